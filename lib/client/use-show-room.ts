"use client";

import { DisconnectReason, Room, RoomEvent, type RoomOptions } from "livekit-client";
import { useEffect, useRef, useState } from "react";
import type { RoomToken } from "@/lib/contracts/tokens";

export type RoomPhase =
  | { name: "idle" }
  | { name: "connecting" }
  | { name: "connected" }
  | { name: "reconnecting" }
  /** LiveKit let go of us or could not be reached; the page asks the server what is true now. */
  | { name: "disconnected"; reason: DisconnectReason };

export type ShowRoom = {
  room: Room | null;
  phase: RoomPhase;
  /** The pass that `phase` is about: the newest one only once its connection stands. */
  pass: RoomToken | null;
  /** A newer pass that did not connect, while the room before it still stands. */
  failedPass: RoomToken | null;
};

type Seat = { room: Room; pass: RoomToken };

const roomOptions: RoomOptions = { adaptiveStream: true, dynacast: true };
const idle: ShowRoom = { room: null, phase: { name: "idle" }, pass: null, failedPass: null };

/**
 * A LiveKit connection that follows its token. With a new token the next room connects first and
 * only then the old one is left, so that the picture does not go dark in between; with null it ends.
 */
export function useShowRoom(pass: RoomToken | null): ShowRoom {
  const [show, setShow] = useState<ShowRoom>(idle);
  const current = useRef<Seat | null>(null);

  useEffect(() => {
    if (!pass) {
      leave(current.current?.room);
      current.current = null;
      setShow(idle);
      return;
    }
    // Back to the pass of the room that stands, after a newer one failed.
    if (current.current?.pass === pass) {
      setShow((before) => ({ ...before, failedPass: null }));
      return;
    }
    const next = new Room(roomOptions);
    let abandoned = false;
    const say = (phase: RoomPhase) => {
      if (current.current?.room === next) setShow({ room: next, phase, pass, failedPass: null });
    };
    followPhases(next, say, () => {
      current.current = null;
    });
    const connect = async () => {
      if (!current.current) setShow({ ...idle, phase: { name: "connecting" }, pass });
      try {
        await next.connect(pass.url, pass.token);
      } catch {
        if (!abandoned) setShow((before) => (current.current ? failed(before, pass) : none(pass)));
        return;
      }
      if (abandoned) return leave(next);
      const before = current.current;
      current.current = { room: next, pass };
      say({ name: "connected" });
      leave(before?.room);
    };
    // A turn later, since React's strict mode runs an effect twice, and the second connection of an
    // identity would throw out the first.
    const start = setTimeout(connect);
    return () => {
      abandoned = true;
      clearTimeout(start);
      if (current.current?.room !== next) leave(next);
    };
  }, [pass]);

  // Leaving the page leaves the room, whichever token was the last.
  useEffect(
    () => () => {
      leave(current.current?.room);
      current.current = null;
    },
    [],
  );

  return show;
}

function followPhases(room: Room, say: (phase: RoomPhase) => void, gone: () => void): void {
  room
    .on(RoomEvent.Reconnecting, () => say({ name: "reconnecting" }))
    .on(RoomEvent.SignalReconnecting, () => say({ name: "reconnecting" }))
    .on(RoomEvent.Reconnected, () => say({ name: "connected" }))
    .on(RoomEvent.Disconnected, (reason) => {
      say({ name: "disconnected", reason: reason ?? DisconnectReason.UNKNOWN_REASON });
      gone();
    });
}

const failed = (before: ShowRoom, pass: RoomToken): ShowRoom => ({ ...before, failedPass: pass });

const none = (pass: RoomToken): ShowRoom => ({
  ...idle,
  phase: { name: "disconnected", reason: DisconnectReason.JOIN_FAILURE },
  pass,
});

function leave(room: Room | undefined): void {
  room?.removeAllListeners();
  void room?.disconnect();
}
