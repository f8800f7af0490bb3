import type { OwnTrack } from "@/lib/client/devices/own-track";

/** The state of a device when it was disconnected. */
export type EndedDevice = Pick<OwnTrack, "media" | "deviceId">;

/**
 * What happened after an active device was disconnected. LiveKit looks for another: `replaced` if
 * it found one, `gone` if it turned off instead; null if there is nothing to report (yet).
 */
export function lostDevice(
  ended: EndedDevice | null,
  { on, media, deviceId }: Pick<OwnTrack, "on" | "media" | "deviceId">,
): "gone" | "replaced" | null {
  if (!ended) return null;
  if (!on) return "gone";
  const another = media !== ended.media && deviceId !== ended.deviceId;
  return another ? "replaced" : null;
}
