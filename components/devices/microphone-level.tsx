"use client";

import { useTranslations } from "next-intl";
import { LevelMeter } from "@/components/ui/level-meter";
import { useAudioLevel } from "@/lib/client/devices/use-audio-level";

type MicrophoneLevelProps = {
  track: MediaStreamTrack | undefined;
  /** Whose voice it is, where it is not this person's. */
  label?: string;
  className?: string;
};

/** A component of its own, so that its sixteen renders a second do not re-render the page. */
export function MicrophoneLevel({ track, label, className }: MicrophoneLevelProps) {
  const t = useTranslations("devices");
  return (
    <LevelMeter value={useAudioLevel(track)} label={label ?? t("level")} className={className} />
  );
}
