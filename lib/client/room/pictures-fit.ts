import { type RemoteParticipant, type Room, Track } from "livekit-client";
import { recall } from "@/lib/client/browser/browser-memory";
import { isOnStage } from "@/lib/client/room/on-stage";
import type { Quality } from "./picture-quality";

const soundAlone: Quality = "none";

/**
 * Whether the show is so many faces and nothing else, and this viewer wants to see them. In any other
 * show the layout says where each one stands: a picture that was there before it would jump into its place.
 */
export function picturesFit(room: Room, places: number): boolean {
  if (recall("browser", "player.quality") === JSON.stringify(soundAlone)) return false;
  const people = [...room.remoteParticipants.values()].filter(isOnStage);
  return people.length === places && people.every(isOneFace);
}

/** A screen has a face beside it, or the initials that stand for one. */
function isOneFace({ videoTrackPublications }: RemoteParticipant): boolean {
  const [video, ...others] = [...videoTrackPublications.values()];
  if (!video || others.length > 0) return false;
  return video.source !== Track.Source.ScreenShare && !video.isMuted;
}
