"use client";

import { RoomAudioRenderer } from "@livekit/components-react";
import { usePlayback } from "@/lib/client/stage/use-playback";

/**
 * Plays the surrounding backstage room. The browser allows it as soon as the person has pressed
 * anything, which the page has asked for before.
 */
export function BackstageSound() {
  usePlayback();
  return <RoomAudioRenderer />;
}
