import { type LocalTrack, Track, type TrackPublishOptions, VideoPresets } from "livekit-client";
import { cameraSettings } from "./camera-settings";

const fullHd = 1_080;

/**
 * The simulcast layers below the camera's own resolution, for viewers with small windows or slow
 * connections. Next to 1080 lines, 180 would be too far a step; next to 720 it is not.
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
  // An upright phone's picture has its lines along the shorter side.
  return cameraOptions(Math.min(width, height));
}
