import { type RemoteParticipant, type Room, Track } from "livekit-client";
import { recall } from "@/lib/client/browser/browser-memory";
import { isOnStage } from "@/lib/client/room/on-stage";
import type { Quality } from "./picture-quality";

const soundAlone: Quality = "none";

/**
 * Whether the show is one picture, and this viewer wants to see it. Of several, the layout says
 * where each one stands: a picture that filled the player before it would jump into its place.
 */
export function onePicture(room: Room): boolean {
  if (recall("browser", "player.quality") === JSON.stringify(soundAlone)) return false;
  const [first, ...others] = [...room.remoteParticipants.values()].filter(isOnStage);
  return first !== undefined && others.length === 0 && isOneFace(first);
}

/** A screen has a face beside it, or the initials that stand for one. */
function isOneFace({ videoTrackPublications }: RemoteParticipant): boolean {
  const [video, ...others] = [...videoTrackPublications.values()];
  if (!video || others.length > 0) return false;
  return video.source !== Track.Source.ScreenShare && !video.isMuted;
}
