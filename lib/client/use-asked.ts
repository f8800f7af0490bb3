"use client";

import { useLocalParticipant, useRoomContext } from "@livekit/components-react";
import { useEffect, useState } from "react";
import { listenToHints } from "./room-hints";

type AskedFor = "camera" | "microphone";

/** What a host asks this person to switch on, until it is on or they do not want to. */
export function useAsked(): { asked: AskedFor | null; dismiss: () => void } {
  const room = useRoomContext();
  const { isCameraEnabled, isMicrophoneEnabled } = useLocalParticipant();
  const [asked, setAsked] = useState<AskedFor | null>(null);
  useEffect(() => listenToHints(room, { asked: ({ source }) => setAsked(source) }), [room]);
  const isOn = { camera: isCameraEnabled, microphone: isMicrophoneEnabled };
  if (asked && isOn[asked]) setAsked(null);
  return { asked, dismiss: () => setAsked(null) };
}
