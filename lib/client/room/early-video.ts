import { type RemoteTrack, type Room, RoomEvent, Track } from "livekit-client";
import type { StageLook } from "@/lib/contracts/look";
import { documentIds } from "@/lib/watch-document";
import { whenFrameIsSeen } from "./frame-seen";
import { picturesFit } from "./pictures-fit";

/** The page's videos that exist before the stage does, in the order of their rectangles. */
const earlyVideos = (): HTMLVideoElement[] => [
  ...(document.getElementById(documentIds.pictures)?.querySelectorAll("video") ?? []),
];

/**
 * Shows the show's pictures in the page's own videos until the stage is there: each track in the
 * next rectangle, if there are as many tracks as rectangles. Does nothing on pages without such
 * videos.
 */
export function showEarly(room: Room, known?: StageLook, onFirstFrame?: () => void): void {
  const shown: RemoteTrack[] = [];

  function show(track: RemoteTrack) {
    const videos = earlyVideos();
    const video = videos[shown.length];
    if (!video || !picturesFit(room, videos.length, known)) return;
    shown.push(track);
    whenFrameIsSeen(video, () => {
      video.dataset.showing = "";
      // Deferred until this frame is painted.
      if (onFirstFrame) setTimeout(onFirstFrame);
    });
    track.attach(video);
  }

  room.on(RoomEvent.TrackSubscribed, (track: RemoteTrack) => {
    if (track.kind === Track.Kind.Video && !shown.includes(track)) show(track);
  });
}
