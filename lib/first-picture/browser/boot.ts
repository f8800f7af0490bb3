import { Room, RoomEvent } from "livekit-client";
import { showEarly } from "@/lib/client/room/early-video";
import { type Packet, passElementId } from "@/lib/client/room/hand-over";
import { onePicture } from "@/lib/client/room/one-picture";
import { roomOptions } from "@/lib/client/room/room-options";
import type { RoomToken } from "@/lib/contracts/tokens";

/** Connects with the pass in the page, shows the first picture, and then lets the page's scripts come. */
function boot({ url, token }: RoomToken): void {
  const holder = window.greenroomFirstPicture;
  if (!holder || holder.tooLate) return;
  const room = new Room(roomOptions);
  const connected = room.connect(url, token);
  const packets: Packet[] = [];
  const hear = (payload: Uint8Array, sender?: unknown, _kind?: unknown, topic?: string) =>
    packets.push({ payload, fromParticipant: sender !== undefined, topic });
  room.on(RoomEvent.DataReceived, hear);
  const stopRecording = () => {
    room.off(RoomEvent.DataReceived, hear);
  };
  holder.entry = { room, token, connected, packets, stopRecording };
  addEventListener("pagehide", () => void room.disconnect());

  showEarly(room, holder.loadPage);
  connected.then(
    () => onePicture(room) || holder.loadPage(),
    () => holder.loadPage(),
  );
}

try {
  boot(JSON.parse(document.getElementById(passElementId)?.textContent ?? ""));
} catch (error) {
  window.greenroomFirstPicture?.loadPage();
  throw error;
}
