import { type Participant, Track } from "livekit-client";

export type AllowedSources = { microphone: boolean; camera: boolean; screen: boolean };

/** What a host lets somebody on stage send; LiveKit takes an empty list for every source. */
export function allowedSources(
  permissions: Pick<NonNullable<Participant["permissions"]>, "canPublishSources"> | undefined,
): AllowedSources {
  const listed = permissions?.canPublishSources ?? [];
  const allows = (source: Track.Source) =>
    listed.length === 0 || listed.includes(Track.sourceToProto(source));
  return {
    microphone: allows(Track.Source.Microphone),
    camera: allows(Track.Source.Camera),
    screen: allows(Track.Source.ScreenShare),
  };
}

/** What to say is closed; null where nothing is. */
export function closedDevices({
  microphone,
  camera,
}: AllowedSources): "both" | "camera" | "microphone" | null {
  if (microphone && camera) return null;
  if (!microphone && !camera) return "both";
  return camera ? "microphone" : "camera";
}
