import { type RemoteTrack, Track } from "livekit-client";
import { whenFrameIsSeen } from "../frame-seen";
import { videoElementId } from "../hand-over";

export type EarlyVideo = { offer: (track: RemoteTrack) => void };

/** The video that the server put in the picture's place. */
export function earlyVideo(onFirstFrame: () => void): EarlyVideo {
  let shown = false;

  async function show(track: RemoteTrack) {
    const video = await videoElement();
    // Gone, or of no use: the page's own script has the room by now.
    if (!video) return;
    whenFrameIsSeen(video, () => {
      video.dataset.showing = "";
      // Once this frame is painted, so that nothing else stands before it.
      setTimeout(onFirstFrame);
    });
    track.attach(video);
  }

  return {
    offer(track) {
      if (shown || track.kind !== Track.Kind.Video) return;
      shown = true;
      void show(track);
    },
  };
}

/** The script may run before the parser has come as far as the element. */
async function videoElement(): Promise<HTMLVideoElement | null> {
  const find = () => document.getElementById(videoElementId) as HTMLVideoElement | null;
  if (find() || document.readyState !== "loading") return find();
  await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed));
  return find();
}
