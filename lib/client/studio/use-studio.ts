"use client";

import type { Room } from "livekit-client";
import {
  type Dispatch,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from "react";
import { renderSoon } from "@/lib/client/browser/render-soon";
import { type DevicePreview, useDevicePreview } from "@/lib/client/devices/use-device-preview";
import { usePublishing } from "@/lib/client/devices/use-publishing";
import { useChosenSpeaker } from "@/lib/client/devices/use-speakers";
import { cancelLivestream } from "@/lib/client/livestreams/livestream-actions";
import { useBackstageRoom } from "@/lib/client/room/use-backstage-room";
import { useEncoders, useUnheardEncoder } from "@/lib/client/room/use-encoders";
import { useLivestreamEvents } from "@/lib/client/room/use-livestream-events";
import { useShowRoom } from "@/lib/client/room/use-show-room";
import { ApiError, call } from "@/lib/client/server-api/api";
import { leftTheStage, wasOnStage } from "@/lib/client/stage/stage-return";
import { useWaitingList, type WaitingRoom } from "@/lib/client/waiting-room/use-waiting-list";
import { isOver } from "@/lib/contracts/common/livestream-status";
import type { endLivestream, goLive, Livestream } from "@/lib/contracts/livestreams";
import type { ReportedMessage } from "@/lib/contracts/reports";
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
  /** This host's role in the livestream. */
  role: Role;
  /** The waiting room and the figures may be outdated. */
  stale: boolean;
  room: Room | null;
  /** Where hosts and admitted guests see and hear each other; null until connected. */
  backstage: Room | null;
  preview: DevicePreview;
  waiting: WaitingRoom;
  /**
   * Whether the media server's webhooks fail to arrive, so that joins and departures are noticed
   * late.
   */
  webhooksSilent: boolean;
  /** The messages of the chat with open reports. */
  reported: readonly ReportedMessage[];
  /** The identities of the creator's connected encoders. */
  encoders: readonly string[];
  /** Whether this browser's camera and microphone are sent, or only the encoder's. */
  own: OwnDevices;
  /** Whether LiveKit has received what this browser was to send. */
  sent: boolean;
  /** Goes on air; joins the show if it is already live. */
  go: () => Promise<void>;
  prepare: () => void;
  /** Leaves the stage; the show continues without this host. */
  stepBack: () => void;
  /** Reconnects, and takes over from another tab. */
  again: () => void;
  /** Resolves when the show has ended. @throws ApiError */
  end: () => Promise<void>;
  /** Resolves when the livestream is cancelled. @throws ApiError */
  cancel: () => Promise<void>;
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
  const [reported, setReported] = useState<readonly ReportedMessage[]>([]);
  const stale = useLivestreamEvents(
    mint,
    {
      livestream: (livestream) => dispatch({ type: "livestream", livestream }),
      "guests.snapshot": waiting.snapshot,
      "guests.delta": waiting.delta,
      webhooks: ({ silent }) => setWebhooksSilent(silent),
      reports: ({ messages }) => setReported(messages),
    },
    { enabled: !isOver(state.livestream.status) },
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
  const backstage = useBackstageRoom(mint, "host", isConnected(state) && !over);
  useChosenSpeaker(backstage);
  useEffect(() => dispatch({ type: "room", phase }), [phase]);
  const encoders = useEncoders(room);
  const own = useOwnDevices(initial, {
    encoder: encodes && encoders.length > 0,
    settled: isPublishing(state) && state.connection.name === "connected",
  });
  useUnheardEncoder(encodes ? room : null);
  const previewing = needsDevices(state) && own.wanted;
  const preview = useDevicePreview(previewing);
  const { publish, sent } = usePublishing({
    room: isConnected(state) ? room : null,
    wanted: isPublishing(state) && own.wanted,
    preview,
    previewing,
    due: state.stage.name === "on-air",
    onFailed: useCallback(() => dispatch({ type: "publish-failed" }), []),
  });
  useRetry(state, dispatch);
  useReturn(mint, state, dispatch);
  // Nothing from this browser goes on air: the encoder is already sending.
  const hasNothingToShow = state.stage.name === "preparing" && own.instead && !own.wanted;
  const entersUnasked = initial.status === "live" && hasNothingToShow;
  useEffect(() => {
    if (entersUnasked) dispatch({ type: "return" });
  }, [entersUnasked]);
  const actions = useActions(mint, dispatch);
  const untilConnected = useUntilConnected(state);
  const go = useGo({ mint, publish: own.wanted ? publish : null, untilConnected }, dispatch);
  return {
    ...{ ...state, role, stale, room, backstage, preview, waiting, webhooksSilent, reported },
    ...{ encoders, own, sent, go, ...actions },
  };
}

/** While reconnecting, published tracks stay published. */
const isConnected = ({ connection }: StudioState) =>
  connection.name === "connected" || connection.name === "reconnecting";

/**
 * @returns resolves once the connection is open, or has failed: a token from before the show opens
 *   nothing during it
 */
function useUntilConnected({ connection }: StudioState): () => Promise<void> {
  const connecting = connection.name === "connecting";
  const state = useRef({ connecting, waiting: [] as (() => void)[] });
  useEffect(() => {
    state.current.connecting = connecting;
    if (connecting) return;
    for (const goOn of state.current.waiting.splice(0)) goOn();
  }, [connecting]);
  return useCallback(async () => {
    const { connecting, waiting } = state.current;
    if (connecting) await new Promise<void>((resolve) => waiting.push(resolve));
  }, []);
}

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

/** Returns to the stage after a reload. Anyone else who opens the page sees the preview first. */
function useReturn(mint: string, { stage }: StudioState, dispatch: Dispatch<StudioEvent>): void {
  // Before painting, or the preview would flash.
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

function useActions(mint: string, dispatch: Dispatch<StudioEvent>) {
  const [actions] = useState(() => ({
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
    cancel: async () => dispatch({ type: "livestream", livestream: await cancelLivestream(mint) }),
  }));
  return actions;
}

type Going = {
  mint: string;
  /** Null if this browser's own picture is not wanted. */
  publish: ((soonWanted: boolean) => boolean) | null;
  untilConnected: () => Promise<void>;
};

/** An audience is waiting for the picture: it goes first, and the page renders when there is time. */
function useGo(
  { mint, publish, untilConnected }: Going,
  dispatch: Dispatch<StudioEvent>,
): () => Promise<void> {
  return useCallback(async () => {
    publish?.(true);
    const leaveIt = renderSoon(() => dispatch({ type: "go" }));
    await untilConnected();
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
  }, [mint, publish, untilConnected, dispatch]);
}
