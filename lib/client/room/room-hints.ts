import { type Participant, type Room, RoomEvent } from "livekit-client";
import { type Packet, packetsBefore } from "@/lib/client/room/hand-over";
import { roomTopic } from "@/lib/contracts/common/limits";
import type { RoomHint } from "@/lib/contracts/room-hint";

type Listeners = { [Type in RoomHint["type"]]?: (hint: Extract<RoomHint, { type: Type }>) => void };

/**
 * Listens to what the server says into the room; returns how to stop. A packet with a sender came
 * from a participant and counts for nothing, whatever its topic says.
 */
export function listenToHints(room: Room, listeners: Listeners): () => void {
  const decoder = new TextDecoder();
  const take = ({ payload, fromParticipant, topic }: Packet) => {
    if (fromParticipant || topic !== roomTopic) return;
    const hint: RoomHint = JSON.parse(decoder.decode(payload));
    // Each listener takes the hint of its own type.
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
