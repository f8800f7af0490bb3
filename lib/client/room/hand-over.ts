import type { Room } from "livekit-client";
import type { RoomToken } from "@/lib/contracts/tokens";

/** A connection that stands or is being made. */
export type Entry = { room: Room; connected: Promise<void> };

/** A packet as the room told of it. */
export type Packet = { payload: Uint8Array; fromParticipant: boolean; topic: string | undefined };

/** The boot's connection, until the page's own script takes it over. */
type EarlyEntry = Entry & {
  token: string;
  /** What was said in the room so far. */
  packets: Packet[];
  stopRecording: () => void;
};

declare global {
  interface Window {
    greenroomFirstPicture?: {
      /** Lets the page come that was held back for the picture; once. */
      loadPage: () => void;
      entry?: EarlyEntry;
      /** The page connects by itself: who came second would throw out who came first. */
      tooLate?: boolean;
    };
  }
}
const packetsOf = new WeakMap<Room, EarlyEntry>();

/** The room that the page itself connected to with this pass, before its script had come; once. */
export function takeEarlyEntry({ token }: RoomToken): Entry | null {
  const holder = window.greenroomFirstPicture;
  if (!holder) return null;
  holder.tooLate = true;
  const early = holder.entry;
  if (!early) return null;
  delete holder.entry;
  if (early.token !== token) {
    void early.room.disconnect();
    return null;
  }
  packetsOf.set(early.room, early);
  return early;
}

/** What was said in a room before anybody here could listen, for those who now begin to. */
export function packetsBefore(room: Room): readonly Packet[] {
  const early = packetsOf.get(room);
  if (!early) return [];
  // Whoever begins in this turn hears the same; who comes later asks the server what it missed.
  setTimeout(() => {
    early.stopRecording();
    packetsOf.delete(room);
  });
  return [...early.packets];
}
