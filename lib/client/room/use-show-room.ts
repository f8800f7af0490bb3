"use client";

import {
  ConnectionState,
  DisconnectReason,
  Room,
  RoomEvent,
  type RoomOptions,
} from "livekit-client";
import {
  type Dispatch,
  type RefObject,
  type SetStateAction,
  useEffect,
  useRef,
  useState,
} from "react";
import { connectRoom } from "@/lib/client/room/connect-room";
import { showEarly } from "@/lib/client/room/early-video";
import { type Entry, takeEarlyEntry } from "@/lib/client/room/hand-over";
import { roomOptions } from "@/lib/client/room/room-options";
import type { RoomToken } from "@/lib/contracts/tokens";
import { sendFirstKeyFrames } from "./first-key-frames";
import { followNetwork } from "./follow-network";

export type RoomPhase =
  | { name: "idle" }
  | { name: "connecting" }
  | { name: "connected" }
  | { name: "reconnecting" }
  /**
   * LiveKit ended the connection or could not be reached; the page asks the server for the current
   * state.
   */
  | { name: "disconnected"; reason: DisconnectReason };

export type ShowRoom = {
  room: Room | null;
  /** The previous room, shown over `room` until its picture has arrived. */
  leaving: Room | null;
  phase: RoomPhase;
  /** The pass that `phase` refers to: the newest one only once connected. */
  pass: RoomToken | null;
  /** A newer pass that did not connect, while the previous room stays connected. */
  failed: { pass: RoomToken; reason: DisconnectReason } | null;
};

type EnteredRoom = { room: Room; pass: RoomToken };

const idle: ShowRoom = {
  room: null,
  leaving: null,
  phase: { name: "idle" },
  pass: null,
  failed: null,
};
/** A connection shows its first frame well within this. */
const lingerMs = 1500;

/**
 * A LiveKit connection that follows its token. With a new token the next room connects first and
 * the old one is left shortly after, so that the picture does not go dark; with null the connection
 * ends.
 *
 * @param options the same object at every render
 */
export function useShowRoom(pass: RoomToken | null, options: RoomOptions = roomOptions): ShowRoom {
  const [show, setShow] = useState<ShowRoom>(idle);
  const current = useRef<EnteredRoom | null>(null);

  useEffect(() => {
    if (!pass) {
      leave(current.current?.room);
      current.current = null;
      setShow(idle);
      return;
    }
    // Back to the pass of the connected room, after a newer one failed.
    if (current.current?.pass === pass) {
      setShow((before) => ({ ...before, failed: null }));
      return;
    }
    return enter({ pass, options }, current, setShow);
  }, [pass, options]);

  const { leaving } = show;
  useEffect(() => {
    if (!leaving) return;
    const timer = setTimeout(() => setShow((before) => without(before, leaving)), lingerMs);
    return () => {
      clearTimeout(timer);
      leave(leaving);
    };
  }, [leaving]);

  const { room: entered } = show;
  useEffect(() => {
    if (!entered) return;
    return followNetwork(entered, (name) =>
      setShow((before) => (before.room === entered ? { ...before, phase: { name } } : before)),
    );
  }, [entered]);

  // Leaving the page leaves the room, whichever token was the last.
  useEffect(() => {
    const goodbye = () => void current.current?.room.disconnect();
    window.addEventListener("pagehide", goodbye);
    return () => {
      window.removeEventListener("pagehide", goodbye);
      leave(current.current?.room);
      current.current = null;
    };
  }, []);

  return show;
}

type SetShow = Dispatch<SetStateAction<ShowRoom>>;

/** Connects with a pass and replaces the previous room; returns a function that cancels. */
function enter(
  { pass, options }: { pass: RoomToken; options: RoomOptions },
  current: RefObject<EnteredRoom | null>,
  setShow: SetShow,
): () => void {
  let room: Room | undefined;
  let abandoned = false;

  async function connect() {
    if (!current.current) setShow({ ...idle, phase: { name: "connecting" }, pass });
    const entry = takeEarlyEntry(pass) ?? newEntry(pass, options);
    room = entry.room;
    let reason = await entry.refused;
    // An early connection may have ended before it was taken over.
    if (room.state === ConnectionState.Disconnected) reason ??= DisconnectReason.JOIN_FAILURE;
    if (abandoned) return leave(room);
    if (reason !== null) {
      const failed = { pass, reason };
      setShow((show) => (current.current ? { ...show, failed } : none(failed)));
      return;
    }
    settle({ room, pass }, current, setShow);
  }

  // Deferred, because React's strict mode runs effects twice, and a second connection of the same
  // identity would disconnect the first.
  const start = setTimeout(connect);
  return () => {
    abandoned = true;
    clearTimeout(start);
    if (current.current?.room !== room) leave(room);
  };
}

function newEntry({ url, token }: RoomToken, options: RoomOptions): Entry {
  const room = new Room(options);
  showEarly(room);
  return { room, refused: connectRoom(room, url, token) };
}

/** Replaces the previous room, and reports the connection's phases from then on. */
function settle(
  { room, pass }: EnteredRoom,
  current: RefObject<EnteredRoom | null>,
  setShow: SetShow,
): void {
  const leaving = current.current?.room ?? null;
  current.current = { room, pass };
  sendFirstKeyFrames(room);
  followPhases(room, (phase) => {
    if (current.current?.room !== room) return;
    setShow((before) => ({ ...before, room, phase, pass, failed: null }));
    if (phase.name === "disconnected") current.current = null;
  });
  const name = room.state === ConnectionState.Connected ? "connected" : "reconnecting";
  setShow({ room, leaving, phase: { name }, pass, failed: null });
}

function followPhases(room: Room, say: (phase: RoomPhase) => void): void {
  room
    .on(RoomEvent.Reconnecting, () => say({ name: "reconnecting" }))
    .on(RoomEvent.SignalReconnecting, () => say({ name: "reconnecting" }))
    .on(RoomEvent.Reconnected, () => say({ name: "connected" }))
    .on(RoomEvent.Disconnected, (reason) =>
      say({ name: "disconnected", reason: reason ?? DisconnectReason.UNKNOWN_REASON }),
    );
}

const without = (before: ShowRoom, leaving: Room): ShowRoom =>
  before.leaving === leaving ? { ...before, leaving: null } : before;

const none = ({ pass, reason }: NonNullable<ShowRoom["failed"]>): ShowRoom => ({
  ...idle,
  phase: { name: "disconnected", reason },
  pass,
});

function leave(room: Room | undefined): void {
  room?.removeAllListeners();
  void room?.disconnect();
}
