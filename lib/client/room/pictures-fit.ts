import { type RemoteParticipant, type Room, Track } from "livekit-client";
import { recall } from "@/lib/client/browser/browser-memory";
import { isOnStage } from "@/lib/client/room/on-stage";
import { lookIn } from "./look-in";
import type { Quality } from "./picture-quality";

const soundAlone: Quality = "none";

/**
 * Whether the show is exactly this many faces, and this viewer wants to see them. A card may stand
 * in its place. In any other show
 * the layout decides each position, and an early picture would jump.
 */
export function picturesFit(room: Room, places: number): boolean {
  if (recall("browser", "player.quality") === JSON.stringify(soundAlone)) return false;
  if ((lookIn(room.metadata)?.scene ?? "show") !== "show") return false;
  const people = [...room.remoteParticipants.values()].filter(isOnStage);
  return people.length === places && people.every(isOneFace);
}

/** A shared screen comes with a face, or with initials in its place. */
function isOneFace({ videoTrackPublications }: RemoteParticipant): boolean {
  const [video, ...others] = [...videoTrackPublications.values()];
  if (!video || others.length > 0) return false;
  return video.source !== Track.Source.ScreenShare && !video.isMuted;
}
