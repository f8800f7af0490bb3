"use client";

import type { Room } from "livekit-client";
import {
  type Dispatch,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useReducer,
  useState,
} from "react";
import { drawBetween } from "@/lib/client/browser/draw-between";
import { type DevicePreview, useDevicePreview } from "@/lib/client/devices/use-device-preview";
import { usePublishing } from "@/lib/client/devices/use-publishing";
import { useChosenSpeaker } from "@/lib/client/devices/use-speakers";
import { useEncoders, useUnheardEncoder } from "@/lib/client/room/use-encoders";
import { useLivestreamEvents } from "@/lib/client/room/use-livestream-events";
import { useShowRoom } from "@/lib/client/room/use-show-room";
import { ApiError, call } from "@/lib/client/server-api/api";
import { leftTheStage, wasOnStage } from "@/lib/client/stage/stage-return";
import { useWaitingList, type WaitingRoom } from "@/lib/client/waiting-room/use-waiting-list";
import type { endLivestream, goLive, Livestream } from "@/lib/contracts/livestreams";
import { may, type Role } from "@/lib/grants/capabilities";
import {
  beginStudio,
  isPublishing,
  needsDevices,
  type PassRefusal,
  retryAfterMs,
  type StudioEvent,
  type StudioState,
  studioState,
} from "./studio-state";
import { useHostPass } from "./use-host-pass";
import { type OwnDevices, useOwnDevices } from "./use-own-devices";

export type Studio = StudioState & {
  /** What this host is to the livestream. */
  role: Role;
  /** The waiting room and the figures may be old. */
  stale: boolean;
  room: Room | null;
  preview: DevicePreview;
  waiting: WaitingRoom;
  /** Whether no webhook arrives from the media server, so that joins and departures are noticed late. */
  webhooksSilent: boolean;
  /** The creator's encoders that are connected, by identity. */
  encoders: readonly string[];
  /** Whether this browser's camera and microphone are sent, or the encoder's alone. */
  own: OwnDevices;
  /** Goes on air; while the show is on already, joins it. */
  go: () => Promise<void>;
  prepare: () => void;
  /** Leaves the stage; the show goes on without this host's picture. */
  stepBack: () => void;
  /** Connects anew, and takes the place over from another tab. */
  again: () => void;
  /** Resolves when the show has ended. @throws ApiError */
  end: () => Promise<void>;
  follow: (livestream: Livestream) => void;
};

/** A host's studio: the show, this host's place in it, the connection and the waiting room. */
export function useStudio(initial: Livestream, role: Role): Studio {
  const { mint, creator } = initial;
  const encodes = may(role, "manage-stream-keys");
  const [state, dispatch] = useReducer(studioState, initial, (livestream) =>
    beginStudio(livestream, role),
  );
  const over = state.stage.name === "over";
  const waiting = useWaitingList(mint);
  const [webhooksSilent, setWebhooksSilent] = useState(false);
  const stale = useLivestreamEvents(
    mint,
    {
      livestream: (livestream) => dispatch({ type: "livestream", livestream }),
      "guests.snapshot": waiting.snapshot,
      "guests.delta": waiting.delta,
      webhooks: ({ silent }) => setWebhooksSilent(silent),
    },
    { enabled: state.livestream.status !== "ended" },
  );
  const refused = useCallback(
    (refusal: PassRefusal) => dispatch({ type: "token-refused", ...refusal }),
    [],
  );
  const pass = useHostPass(
    { mint, creator: creator.id, attempt: state.attempt, enabled: !over },
    refused,
  );
  const { room, phase } = useShowRoom(pass);
  useChosenSpeaker(room);
  useEffect(() => dispatch({ type: "room", phase }), [phase]);
  const encoders = useEncoders(room);
  const own = useOwnDevices(initial, {
    encoder: encodes && encoders.length > 0,
    settled: isPublishing(state) && state.connection.name === "connected",
  });
  useUnheardEncoder(encodes ? room : null);
  const previewing = needsDevices(state) && own.wanted;
  const preview = useDevicePreview(previewing);
  const publish = usePublishing({
    room: isStanding(state) ? room : null,
    wanted: isPublishing(state) && own.wanted,
    preview,
    previewing,
    onFailed: useCallback(() => dispatch({ type: "publish-failed" }), []),
  });
  useRetry(state, dispatch);
  useReturn(mint, state, dispatch);
  // Nothing of this browser's goes on air by it: the encoder is there already.
  const hasNothingToShow = state.stage.name === "preparing" && own.instead && !own.wanted;
  const entersUnasked = initial.status === "live" && hasNothingToShow;
  useEffect(() => {
    if (entersUnasked) dispatch({ type: "return" });
  }, [entersUnasked]);
  const deeds = useDeeds(mint, dispatch);
  const go = useGo(mint, own.wanted ? publish : null, dispatch);
  return {
    ...{ ...state, role, stale, room, preview, waiting, webhooksSilent },
    ...{ encoders, own, go, ...deeds },
  };
}

/** While it reconnects, what is published stays published. */
const isStanding = ({ connection }: StudioState) =>
  connection.name === "connected" || connection.name === "reconnecting";

function useRetry(state: StudioState, dispatch: Dispatch<StudioEvent>): void {
  const lost = state.connection.name === "lost" && state.stage.name !== "over";
  const waitMs = retryAfterMs(state);
  useEffect(() => {
    if (!lost) return;
    const again = () => dispatch({ type: "again" });
    const timer = setTimeout(again, waitMs);
    window.addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, [lost, waitMs, dispatch]);
}

/** Whoever reloads the page is back on stage; everybody else who opens it sees the preview first. */
function useReturn(mint: string, { stage }: StudioState, dispatch: Dispatch<StudioEvent>): void {
  // Before the page is painted: the preview would flash up.
  useLayoutEffect(() => {
    if (wasOnStage(mint)) dispatch({ type: "return" });
  }, [mint, dispatch]);
  const onAir = stage.name === "on-air";
  useEffect(() => {
    if (!onAir) return;
    const leave = () => leftTheStage(mint);
    window.addEventListener("pagehide", leave);
    return () => window.removeEventListener("pagehide", leave);
  }, [mint, onAir]);
}

function useDeeds(mint: string, dispatch: Dispatch<StudioEvent>) {
  const [deeds] = useState(() => ({
    follow: (livestream: Livestream) => dispatch({ type: "livestream", livestream }),
    prepare: () => dispatch({ type: "prepare" }),
    again: () => dispatch({ type: "again" }),
    stepBack: () => dispatch({ type: "step-back" }),
    async end() {
      const livestream = await call<typeof endLivestream>("POST", "/livestreams/{mint}/end", {
        params: { mint },
      });
      dispatch({ type: "livestream", livestream });
    },
  }));
  return deeds;
}

/**
 * The picture is what an audience waits for: it goes first, the page is drawn when there is time.
 *
 * @param publish null where this browser's own picture is not wanted
 */
function useGo(
  mint: string,
  publish: ((soonWanted: boolean) => boolean) | null,
  dispatch: Dispatch<StudioEvent>,
): () => Promise<void> {
  return useCallback(async () => {
    publish?.(true);
    const leaveIt = drawBetween(() => dispatch({ type: "go" }));
    try {
      const livestream = await call<typeof goLive>("POST", "/livestreams/{mint}/go-live", {
        params: { mint },
      });
      startTransition(() => dispatch({ type: "went", livestream }));
    } catch (error) {
      leaveIt();
      publish?.(false);
      const said = error instanceof ApiError ? error.message : undefined;
      dispatch({ type: "go-failed", said });
    }
  }, [mint, publish, dispatch]);
}
