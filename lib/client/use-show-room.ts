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

export type ShowRoom = { room: Room | null; phase: RoomPhase };

const roomOptions: RoomOptions = { adaptiveStream: true, dynacast: true };

/**
 * A LiveKit connection that follows its token. With a new token the next room connects first and
 * only then the old one is left, so that the picture does not go dark in between; with null it ends.
 */
export function useShowRoom(pass: RoomToken | null): ShowRoom {
  const [show, setShow] = useState<ShowRoom>({ room: null, phase: { name: "idle" } });
  const current = useRef<Room | null>(null);

  useEffect(() => {
    if (!pass) {
      leave(current.current);
      current.current = null;
      setShow({ room: null, phase: { name: "idle" } });
      return;
    }
    const next = new Room(roomOptions);
    let abandoned = false;
    const say = (phase: RoomPhase) => {
      if (current.current === next) setShow({ room: next, phase });
    };
    next
      .on(RoomEvent.Reconnecting, () => say({ name: "reconnecting" }))
      .on(RoomEvent.SignalReconnecting, () => say({ name: "reconnecting" }))
      .on(RoomEvent.Reconnected, () => say({ name: "connected" }))
      .on(RoomEvent.Disconnected, (reason) =>
        say({ name: "disconnected", reason: reason ?? DisconnectReason.UNKNOWN_REASON }),
      );
    if (!current.current) setShow({ room: null, phase: { name: "connecting" } });
    next
      .connect(pass.url, pass.token)
      .then(() => {
        if (abandoned) return leave(next);
        const before = current.current;
        current.current = next;
        setShow({ room: next, phase: { name: "connected" } });
        leave(before);
      })
      .catch(() => {
        if (abandoned || current.current) return;
        setShow({
          room: null,
          phase: { name: "disconnected", reason: DisconnectReason.JOIN_FAILURE },
        });
      });
    return () => {
      abandoned = true;
    };
  }, [pass]);

  // Leaving the page leaves the room, whichever token was the last.
  useEffect(
    () => () => {
      leave(current.current);
      current.current = null;
    },
    [],
  );

  return show;
}

function leave(room: Room | null): void {
  room?.removeAllListeners();
  void room?.disconnect();
}
