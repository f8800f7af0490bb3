"use client";

import { DisconnectReason, type Room, RoomEvent } from "livekit-client";
import { type Dispatch, useCallback, useEffect, useReducer, useRef, useState } from "react";
import { recall, remember } from "@/lib/client/browser/browser-memory";
import { type DevicePreview, useDevicePreview } from "@/lib/client/devices/use-device-preview";
import { usePublishing } from "@/lib/client/devices/use-publishing";
import { useSentCopy } from "@/lib/client/devices/use-sent-copy";
import { listenToHints } from "@/lib/client/room/room-hints";
import { useBackstageRoom } from "@/lib/client/room/use-backstage-room";
import { type ShowRoom, useShowRoom } from "@/lib/client/room/use-show-room";
import type { RoomToken } from "@/lib/contracts/tokens";
import { takeInvite } from "./invite-in-address";
import type { GuestSeat, JoinEvent, JoinOutcome, JoinState, JoinTask } from "./join-model";
import { beforeJoin, joinState } from "./join-state";
import { runJoinTask } from "./run-join-task";
import { type JoinedShow, useJoinedShow } from "./use-joined-show";

export type Join = JoinState & {
  room: Room | null;
  /** Where hosts and admitted guests see and hear each other; null until connected. */
  backstage: Room | null;
  show: JoinedShow;
  preview: DevicePreview;
  askToJoin: (guestName: string) => void;
  leave: () => void;
  /** Starts over, after leaving or to take over from another tab. */
  askAgain: () => void;
  takeOver: () => void;
  retry: () => void;
};

const onStageKey = "join.on-stage";

/** A guest's path from the link to the stage. */
export function useJoin(): Join {
  const [state, dispatch] = useReducer(joinState, beforeJoin);
  const { place, pass, task } = state;
  const invite = useRef("");
  useEffect(() => {
    const found = takeInvite();
    invite.current = found?.token ?? "";
    const wasOnStage = recall("tab", onStageKey) !== null;
    dispatch({ type: "opened", invite: found?.from ?? "none", wasOnStage });
  }, []);
  useEffect(() => {
    if (place.name === "loading" || place.name === "entering") return;
    const isSeen = place.name === "stage" && place.startsIn === 0;
    remember("tab", onStageKey, isSeen ? "yes" : null);
  }, [place]);
  const beginTask = useJoinTask(task, invite, dispatch);
  const connection = useShowRoom(pass);
  const { room } = connection;
  const onLive = useCallback(() => dispatch({ type: "went-live" }), []);
  const show = useJoinedShow(place.name === "over" ? null : state.visit, room, onLive);
  const previewing = place.name !== "over" && place.name !== "loading";
  const preview = useDevicePreview(previewing);
  const { withdraw } = usePublishing({
    room: state.link === "none" ? null : room,
    wanted: place.name === "stage" && place.startsIn === 0,
    preview,
    previewing,
    onFailed: useCallback(() => dispatch({ type: "publish-failed", atMs: Date.now() }), []),
  });
  useConnection(connection, pass, dispatch);
  useSeat(room, withdraw, dispatch);
  const backstage = useBackstageRoom(state.visit?.livestream.mint ?? "", "guest", isLetIn(place));
  const company = place.name === "backstage" ? backstage : null;
  useSentCopy(company, preview.camera.track);
  useSentCopy(company, preview.microphone.track);
  useCountdown(place.name === "stage" ? place.startsIn : 0, dispatch);
  useEffect(() => {
    const retry = () => dispatch({ type: "retry" });
    // Background tabs run their timers late.
    const seen = () => document.visibilityState === "visible" && retry();
    window.addEventListener("online", retry);
    document.addEventListener("visibilitychange", seen);
    return () => {
      window.removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", seen);
    };
  }, []);
  return { ...state, room, backstage, show, preview, ...useActions(beginTask, dispatch) };
}

/** The name last used to join in this browser. */
export const rememberedName = () => recall("browser", "guest.name") ?? "";

function useActions(beginTask: (task: JoinTask) => void, dispatch: Dispatch<JoinEvent>) {
  const [actions] = useState(() => ({
    askToJoin(guestName: string) {
      beginTask({ do: "fetch-token", guestName, afterMs: 0 });
      remember("browser", "guest.name", guestName);
      dispatch({ type: "asked-to-join", guestName });
    },
    leave: () => dispatch({ type: "left" }),
    askAgain: () => dispatch({ type: "ask-again" }),
    takeOver: () => dispatch({ type: "use-this-tab" }),
    retry: () => dispatch({ type: "retry" }),
  }));
  return actions;
}

type Begun = { task: JoinTask; abort: AbortController; outcome: Promise<JoinOutcome> };

/** @returns starts the next task before the next render, because a host is waiting for it */
function useJoinTask(
  task: JoinTask | null,
  invite: { current: string },
  dispatch: Dispatch<JoinEvent>,
): (soon: JoinTask) => void {
  const ahead = useRef<Begun | null>(null);
  const begin = useCallback(
    (begun: JoinTask): Begun => {
      const abort = new AbortController();
      return { task: begun, abort, outcome: runJoinTask(begun, invite.current, abort.signal) };
    },
    [invite],
  );

  useEffect(() => {
    if (!task) return;
    let begun: Begun | null = null;
    const run = async () => {
      const soon = ahead.current;
      ahead.current = null;
      begun = soon && isSame(soon.task, task) ? soon : begin(task);
      const { abort, outcome } = begun;
      const became = await outcome;
      if (!abort.signal.aborted) dispatch({ type: "done", task, outcome: became });
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    if (task.afterMs > 0) timer = setTimeout(run, task.afterMs);
    // Without even a zero timeout: the browser would paint first.
    else void run();
    return () => {
      clearTimeout(timer);
      begun?.abort.abort();
    };
  }, [task, begin, dispatch]);

  return useCallback(
    (soon) => {
      ahead.current = begin(soon);
    },
    [begin],
  );
}

const isSame = (one: JoinTask, other: JoinTask) => JSON.stringify(one) === JSON.stringify(other);

/** Dispatches LiveKit's connection events for the newest pass; an older room's end is ignored. */
function useConnection(
  show: ShowRoom,
  pass: RoomToken | null,
  dispatch: Dispatch<JoinEvent>,
): void {
  useEffect(() => {
    if (!pass) return;
    const atMs = Date.now();
    const ended = (reason: DisconnectReason) => {
      const duplicate = reason === DisconnectReason.DUPLICATE_IDENTITY;
      dispatch({ type: "disconnected", duplicate, atMs });
    };
    if (show.failed?.pass === pass) ended(show.failed.reason);
    if (show.pass !== pass) return;
    const { room, phase } = show;
    if (phase.name === "connected" && room) {
      dispatch({ type: "connected", seat: seatIn(room), atMs });
    }
    if (phase.name === "reconnecting") dispatch({ type: "link-lost" });
    if (phase.name === "disconnected") ended(phase.reason);
  }, [show, pass, dispatch]);

  const { room } = show;
  useEffect(() => {
    if (!room) return;
    return listenToHints(room, {
      "guest-message": ({ text }) => dispatch({ type: "message", text }),
      placed: ({ place }) => dispatch({ type: "placed", place }),
      "went-live": () => dispatch({ type: "went-live" }),
    });
  }, [room, dispatch]);
}

/** Admitted: on stage too, so that the way back needs no new connection. */
const isLetIn = ({ name }: JoinState["place"]) =>
  name === "backstage" || name === "entering" || name === "stage";

function useSeat(room: Room | null, withdraw: () => void, dispatch: Dispatch<JoinEvent>): void {
  useEffect(() => {
    if (!room) return;
    const look = () => {
      const seat = seatIn(room);
      // Before the server ends this connection, which would close camera and microphone.
      if (seat === "backstage") withdraw();
      dispatch({ type: "seat-changed", seat });
    };
    room.on(RoomEvent.ParticipantPermissionsChanged, look);
    room.on(RoomEvent.ParticipantAttributesChanged, look);
    return () => {
      room.off(RoomEvent.ParticipantPermissionsChanged, look);
      room.off(RoomEvent.ParticipantAttributesChanged, look);
    };
  }, [room, withdraw, dispatch]);
}

function useCountdown(seconds: number, dispatch: Dispatch<JoinEvent>): void {
  useEffect(() => {
    if (seconds === 0) return;
    const timer = setTimeout(() => dispatch({ type: "counted" }), 1_000);
    return () => clearTimeout(timer);
  }, [seconds, dispatch]);
}

/** Display only: LiveKit enforces the permission, and the server decides on the next token. */
function seatIn({ name, localParticipant }: Room): GuestSeat {
  const { attributes, permissions } = localParticipant;
  const { gate } = attributes;
  if (name.endsWith("~lobby")) return gate === "stage" ? "called" : "waiting";
  // Attributes arrive before the permissions sent with them. A guest may be on stage without a
  // single source to publish.
  if (gate === "stage" && permissions && !permissions.hidden) return "stage";
  return gate === "backstage" ? "backstage" : "waiting";
}
