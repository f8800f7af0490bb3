"use client";

import { useTranslations } from "next-intl";
import { LevelMeter } from "@/components/ui/level-meter";
import { useAudioLevel } from "@/lib/client/devices/use-audio-level";

type MicrophoneLevelProps = { track: MediaStreamTrack | undefined; className?: string };

/** Stands alone, so that its sixteen redraws a second are its own and not the page's. */
export function MicrophoneLevel({ track, className }: MicrophoneLevelProps) {
  const t = useTranslations("devices");
  return <LevelMeter value={useAudioLevel(track)} label={t("level")} className={className} />;
}
