import { type RemoteTrack, type Room, RoomEvent, Track } from "livekit-client";
import { documentIds } from "@/lib/watch-document";
import { whenFrameIsSeen } from "./frame-seen";
import { picturesFit } from "./pictures-fit";

/** The videos that stand in the page before there is a stage, in the order of their rectangles. */
const earlyVideos = (): HTMLVideoElement[] => [
  ...(document.getElementById(documentIds.pictures)?.querySelectorAll("video") ?? []),
];

/**
 * Shows the show's pictures in the page's own videos before there is a stage to show them: each track
 * in the next rectangle, when there are as many of them as rectangles. A page that has none shows none.
 */
export function showEarly(room: Room, onFirstFrame?: () => void): void {
  const shown: RemoteTrack[] = [];

  function show(track: RemoteTrack) {
    const videos = earlyVideos();
    const video = videos[shown.length];
    if (!video || !picturesFit(room, videos.length)) return;
    shown.push(track);
    whenFrameIsSeen(video, () => {
      video.dataset.showing = "";
      // Once this frame is painted, so that nothing else stands before it.
      if (onFirstFrame) setTimeout(onFirstFrame);
    });
    track.attach(video);
  }

  room.on(RoomEvent.TrackSubscribed, (track: RemoteTrack) => {
    if (track.kind === Track.Kind.Video && !shown.includes(track)) show(track);
  });
}
