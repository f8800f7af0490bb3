import type { DisconnectReason, Room } from "livekit-client";
import type { RoomToken } from "@/lib/contracts/tokens";

/** A connection that is open or opening. */
export type Entry = {
  room: Room;
  /** Null once it is open, or why it does not open. Never rejects. */
  refused: Promise<DisconnectReason | null>;
};

/** A data packet received in the room. */
export type Packet = { payload: Uint8Array; fromParticipant: boolean; topic: string | undefined };

/** The boot script's connection, until the page's script takes it over. */
type EarlyEntry = Entry & {
  token: string;
  /** The packets received so far. */
  packets: Packet[];
  stopRecording: () => void;
};

declare global {
  interface Window {
    greenroomFirstPicture?: {
      /** Loads the page that was held back for the picture; only once. */
      loadPage: () => void;
      entry?: EarlyEntry;
      /**
       * The page already connects on its own. A second connection of the same identity would
       * disconnect the first.
       */
      tooLate?: boolean;
    };
  }
}
const packetsOf = new WeakMap<Room, EarlyEntry>();

/** The connection that the boot script opened with this pass; can be taken once. */
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

/** The packets a room received before anything listened, for listeners added now. */
export function packetsBefore(room: Room): readonly Packet[] {
  const early = packetsOf.get(room);
  if (!early) return [];
  // Listeners added in the same turn get the same packets; later ones ask the server for what they
  // missed.
  setTimeout(() => {
    early.stopRecording();
    packetsOf.delete(room);
  });
  return [...early.packets];
}
