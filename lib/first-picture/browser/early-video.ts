import { type RemoteTrack, type RemoteTrackPublication, Track } from "livekit-client";
import { whenFrameIsSeen } from "../frame-seen";
import { videoElementId } from "../hand-over";

export type EarlyVideo = { offer: (track: RemoteTrack, from: RemoteTrackPublication) => void };

/** The video that the server put in the picture's place; a screen goes before a face. */
export function earlyVideo(onFirstFrame: () => void): EarlyVideo {
  let shown: { track: RemoteTrack; isScreen: boolean } | null = null;

  async function show(track: RemoteTrack, isScreen: boolean) {
    const video = await videoElement();
    // Gone, or of no use: the page's own script has the room by now.
    if (!video) return;
    if (shown) shown.track.detach(video);
    shown = { track, isScreen };
    whenFrameIsSeen(video, () => {
      video.dataset.showing = "";
      // Once this frame is painted, so that nothing else stands before it.
      setTimeout(onFirstFrame);
    });
    track.attach(video);
  }

  return {
    offer(track, { source, isMuted }) {
      const isScreen = source === Track.Source.ScreenShare;
      if (track.kind !== Track.Kind.Video || isMuted) return;
      if (!shown || (isScreen && !shown.isScreen)) void show(track, isScreen);
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
