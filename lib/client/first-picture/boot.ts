import { Room, RoomEvent } from "livekit-client";
import { connectRoom } from "@/lib/client/room/connect-room";
import { showEarly } from "@/lib/client/room/early-video";
import type { Packet } from "@/lib/client/room/hand-over";
import { picturesFit } from "@/lib/client/room/pictures-fit";
import { roomOptions } from "@/lib/client/room/room-options";
import { documentIds, type OpenVisit } from "@/lib/watch-document";

/** Connects with the pass in the document, shows the first picture, then lets the page load. */
function boot({ pass: { url, token }, rectangles, livestream: { look } }: OpenVisit): void {
  const holder = window.greenroomFirstPicture;
  if (!holder || holder.tooLate) return;
  const room = new Room(roomOptions);
  const refused = connectRoom(room, url, token);
  const packets: Packet[] = [];
  const hear = (payload: Uint8Array, sender?: unknown, _kind?: unknown, topic?: string) =>
    packets.push({ payload, fromParticipant: sender !== undefined, topic });
  room.on(RoomEvent.DataReceived, hear);
  const stopRecording = () => {
    room.off(RoomEvent.DataReceived, hear);
  };
  holder.entry = { room, token, refused, packets, stopRecording };
  addEventListener("pagehide", () => void room.disconnect());

  showEarly(room, look, holder.loadPage);
  refused.then((reason) => {
    if (reason !== null || !picturesFit(room, rectangles.length, look)) holder.loadPage();
  });
}

try {
  boot(JSON.parse(document.getElementById(documentIds.visit)?.textContent ?? ""));
} catch (error) {
  window.greenroomFirstPicture?.loadPage();
  throw error;
}
