import { type RemoteTrack, type Room, RoomEvent, Track } from "livekit-client";
import { whenFrameIsSeen } from "./frame-seen";
import { videoElementId } from "./hand-over";
import { onePicture } from "./one-picture";

/**
 * Shows the show's one picture in the page's own video (components/watch/early-picture.tsx) before
 * there is a stage to show it; a page that has none shows none.
 */
export function showEarly(room: Room, onFirstFrame?: () => void): void {
  let shown = false;

  async function show(track: RemoteTrack) {
    const video = await videoElement();
    // Gone, or of no use: the page's own script has the room by now.
    if (!video) return;
    whenFrameIsSeen(video, () => {
      video.dataset.showing = "";
      // Once this frame is painted, so that nothing else stands before it.
      if (onFirstFrame) setTimeout(onFirstFrame);
    });
    track.attach(video);
  }

  room.on(RoomEvent.TrackSubscribed, (track: RemoteTrack) => {
    if (shown || track.kind !== Track.Kind.Video || !onePicture(room)) return;
    shown = true;
    void show(track);
  });
}

/** The script may run before the parser has come as far as the element. */
async function videoElement(): Promise<HTMLVideoElement | null> {
  const find = () => document.getElementById(videoElementId) as HTMLVideoElement | null;
  if (find() || document.readyState !== "loading") return find();
  await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed));
  return find();
}
