import { type RemoteParticipant, type Room, Track } from "livekit-client";
import { recall } from "@/lib/client/browser/browser-memory";
import { isOnStage } from "@/lib/client/room/on-stage";
import type { StageLook } from "@/lib/contracts/look";
import { lookIn, plainLook } from "./look-in";
import type { Quality } from "./picture-quality";

const soundAlone: Quality = "none";

/**
 * Whether the show is exactly this many faces, and this viewer wants to see them. While a card
 * covers the stage, nobody is shown; in any other show the layout decides each position, and an
 * early picture would jump. `known` is the look until the room has one.
 */
export function picturesFit(room: Room, places: number, known: StageLook = plainLook): boolean {
  if (recall("browser", "player.quality") === JSON.stringify(soundAlone)) return false;
  if (fillsScreen()) return false;
  if ((lookIn(room.metadata) ?? known).scene !== "show") return false;
  const people = [...room.remoteParticipants.values()].filter(isOnStage);
  return people.length === places && people.every(isOneFace);
}

/** A viewer’s own arrangement (components/watch/watch-room.tsx). */
const fillsScreen = () =>
  recall("browser", "watch.fills") === "true" && matchMedia("(max-width: 34.99rem)").matches;

/** A shared screen comes with a face, or with initials in its place. */
function isOneFace({ videoTrackPublications }: RemoteParticipant): boolean {
  const [video, ...others] = [...videoTrackPublications.values()];
  if (!video || others.length > 0) return false;
  return video.source !== Track.Source.ScreenShare && !video.isMuted;
}
