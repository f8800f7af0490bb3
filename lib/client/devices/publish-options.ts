import { type LocalTrack, Track, type TrackPublishOptions, VideoPresets } from "livekit-client";
import { cameraSettings } from "./camera-settings";

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

export function optionsForTrack(track: LocalTrack): TrackPublishOptions | undefined {
  if (track.kind !== Track.Kind.Video) return undefined;
  const { width = 0, height = 0 } = cameraSettings(track);
  // Upright, a phone's picture has its lines across.
  return cameraOptions(Math.min(width, height));
}
