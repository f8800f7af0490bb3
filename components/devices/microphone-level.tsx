"use client";

import { useTranslations } from "next-intl";
import { LevelMeter } from "@/components/ui/level-meter";
import { useAudioLevel } from "@/lib/client/devices/use-audio-level";

type MicrophoneLevelProps = { track: MediaStreamTrack | undefined; className?: string };

/** A component of its own, so that its sixteen renders a second do not re-render the page. */
export function MicrophoneLevel({ track, className }: MicrophoneLevelProps) {
  const t = useTranslations("devices");
  return <LevelMeter value={useAudioLevel(track)} label={t("level")} className={className} />;
}
