"use client";

import { LevelMeter } from "@/components/ui/level-meter";
import { useAudioLevel } from "@/lib/client/use-audio-level";

type MicrophoneLevelProps = { track: MediaStreamTrack | undefined; className?: string };

/** Stands alone, so that its sixteen redraws a second are its own and not the page's. */
export function MicrophoneLevel({ track, className }: MicrophoneLevelProps) {
  return <LevelMeter value={useAudioLevel(track)} label="Microphone level" className={className} />;
}
