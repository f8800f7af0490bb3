import { LocalTrack, type Track } from "livekit-client";

/** What the camera itself says: a picture that was changed on its way knows no device. */
export const cameraSettings = (track: Track | undefined): MediaTrackSettings =>
  (track instanceof LocalTrack
    ? track.getSourceTrackSettings()
    : track?.mediaStreamTrack.getSettings()) ?? {};
