import type { OwnTrack } from "@/lib/client/devices/own-track";

/** What was sent when its device went away. */
export type EndedDevice = Pick<OwnTrack, "media" | "deviceId">;

/**
 * What became of a device that went away while it was on. LiveKit looks for another: `replaced` where
 * it found one, `gone` where it switched off instead; null where nothing is to be said (yet).
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
