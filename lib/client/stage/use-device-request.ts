"use client";

import { useRoomContext } from "@livekit/components-react";
import { useEffect, useState } from "react";
import { useOwnTrack } from "@/lib/client/devices/use-own-track";
import { listenToHints } from "@/lib/client/room/room-hints";

type RequestedDevice = "camera" | "microphone";

/** The device a host asks this person to turn on, until it is on or they decline. */
export function useDeviceRequest(): { asked: RequestedDevice | null; dismiss: () => void } {
  const room = useRoomContext();
  const camera = useOwnTrack("camera");
  const microphone = useOwnTrack("microphone");
  const [asked, setAsked] = useState<RequestedDevice | null>(null);
  useEffect(() => listenToHints(room, { asked: ({ source }) => setAsked(source) }), [room]);
  const isOn = { camera: camera.on, microphone: microphone.on };
  if (asked && isOn[asked]) setAsked(null);
  return { asked, dismiss: () => setAsked(null) };
}
