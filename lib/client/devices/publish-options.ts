import { type LocalTrack, Track, type TrackPublishOptions } from "livekit-client";
import { cameraSettings } from "./camera-settings";
import { readCapture } from "./capture/capture-choices";
import { cameraOptions, linesOf } from "./capture/capture-rules";

export function optionsForTrack(track: LocalTrack): TrackPublishOptions | undefined {
  if (track.kind !== Track.Kind.Video) return undefined;
  return cameraOptions(linesOf(cameraSettings(track)), readCapture());
}
