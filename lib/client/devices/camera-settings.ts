import { LocalTrack, type Track } from "livekit-client";

/** The settings of the camera itself: a processed track has no device. */
export const cameraSettings = (track: Track | undefined): MediaTrackSettings =>
  (track instanceof LocalTrack
    ? track.getSourceTrackSettings()
    : track?.mediaStreamTrack.getSettings()) ?? {};
