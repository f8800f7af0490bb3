"use client";

import { useEffect, useState } from "react";
import type { DeviceKind } from "./device-problem";
import { hasMediaDevices, listDevices, type MediaDevice } from "./media-devices";

/**
 * The available cameras or microphones, updated as they change. `track` tells when their names are
 * known.
 */
export function useDeviceList(
  kind: DeviceKind,
  track: MediaStreamTrack | null | undefined,
): MediaDevice[] {
  const [devices, setDevices] = useState<MediaDevice[]>([]);
  useEffect(() => {
    if (!hasMediaDevices()) return;
    let left = false;
    const list = async () => {
      const found = await listDevices(kind);
      if (!left) setDevices(found);
    };
    void list();
    // Browsers reveal names only once a device of the kind is open.
    track?.addEventListener("ended", list);
    navigator.mediaDevices.addEventListener("devicechange", list);
    return () => {
      left = true;
      track?.removeEventListener("ended", list);
      navigator.mediaDevices.removeEventListener("devicechange", list);
    };
  }, [kind, track]);
  return devices;
}
