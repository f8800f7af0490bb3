import { type TrackPublishOptions, VideoPresets } from "livekit-client";

const fullHd = 1_080;

/**
 * The smaller pictures sent beside the camera's own, for viewers with less room or a weaker line:
 * beside 1080 lines a fifth of a screen is no step, beside 720 it is.
 */
export const cameraOptions = (lines: number): TrackPublishOptions => ({
  simulcast: true,
  videoSimulcastLayers:
    lines >= fullHd
      ? [VideoPresets.h360, VideoPresets.h720]
      : [VideoPresets.h180, VideoPresets.h360],
});
