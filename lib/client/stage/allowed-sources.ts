import { type Participant, Track } from "livekit-client";
import type { PublishSource } from "@/lib/contracts/stage";

export type AllowedSources = { microphone: boolean; camera: boolean; screen: boolean };

type Permissions = Pick<
  NonNullable<Participant["permissions"]>,
  "canPublish" | "canPublishSources"
>;

/**
 * The sources a host lets someone on stage send. If publishing is allowed, LiveKit treats an empty
 * list as every source.
 */
export function allowedSources(permissions: Permissions | undefined): AllowedSources {
  if (permissions?.canPublish === false) return { microphone: false, camera: false, screen: false };
  const listed = permissions?.canPublishSources ?? [];
  const allows = (source: Track.Source) =>
    listed.length === 0 || listed.includes(Track.sourceToProto(source));
  return {
    microphone: allows(Track.Source.Microphone),
    camera: allows(Track.Source.Camera),
    screen: allows(Track.Source.ScreenShare),
  };
}

/** The same in the API's format; null means everything. */
export function sourcesOf({ microphone, camera, screen }: AllowedSources): PublishSource[] | null {
  if (microphone && camera && screen) return null;
  return [
    ...(camera ? (["camera"] as const) : []),
    ...(microphone ? (["microphone"] as const) : []),
    ...(screen ? (["screen_share", "screen_share_audio"] as const) : []),
  ];
}

/** Which devices to report as not allowed; null if both are allowed. */
export function closedDevices({
  microphone,
  camera,
}: AllowedSources): "both" | "camera" | "microphone" | null {
  if (microphone && camera) return null;
  if (!microphone && !camera) return "both";
  return camera ? "microphone" : "camera";
}
