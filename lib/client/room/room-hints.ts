import { type Participant, type Room, RoomEvent } from "livekit-client";
import { type Packet, packetsBefore } from "@/lib/client/room/hand-over";
import { roomTopic } from "@/lib/contracts/common/limits";
import type { RoomHint } from "@/lib/contracts/room-hint";

type Listeners = { [Type in RoomHint["type"]]?: (hint: Extract<RoomHint, { type: Type }>) => void };

/**
 * Listens to the server's hints in the room; returns a function that stops. Packets from
 * participants are ignored, whatever their topic says.
 */
export function listenToHints(room: Room, listeners: Listeners): () => void {
  const decoder = new TextDecoder();
  const take = ({ payload, fromParticipant, topic }: Packet) => {
    if (fromParticipant || topic !== roomTopic) return;
    const hint: RoomHint = JSON.parse(decoder.decode(payload));
    // Each listener gets the hints of its own type.
    (listeners[hint.type] as ((hint: RoomHint) => void) | undefined)?.(hint);
  };
  for (const packet of packetsBefore(room)) take(packet);
  const hear = (payload: Uint8Array, sender?: Participant, _kind?: unknown, topic?: string) =>
    take({ payload, fromParticipant: sender !== undefined, topic });
  room.on(RoomEvent.DataReceived, hear);
  return () => {
    room.off(RoomEvent.DataReceived, hear);
  };
}
