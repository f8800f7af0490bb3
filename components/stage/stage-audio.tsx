"use client";

import { RoomAudioRenderer } from "@livekit/components-react";
import { Play, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { usePlayback } from "@/lib/client/stage/use-playback";

type StageAudioProps = {
  /** 0 to 1. */
  volume?: number;
  muted?: boolean;
};

/**
 * Plays everyone else's sound. If the browser requires a press first, a button over the picture
 * asks for it, so this must be placed in the stage's positioned box, after the stage.
 */
export function StageAudio({ volume = 1, muted = false }: StageAudioProps) {
  const t = useTranslations("stage");
  const { blocked, start } = usePlayback();
  return (
    <>
      <RoomAudioRenderer volume={volume} muted={muted} />
      {blocked === "nothing" ? null : (
        <div className="pointer-events-none absolute inset-0 z-10 grid place-items-center">
          <Button size="lg" onClick={start} className="pointer-events-auto">
            {blocked === "sound" ? <Volume2 aria-hidden="true" /> : <Play aria-hidden="true" />}
            {blocked === "sound" ? t("tap-for-sound") : t("play")}
          </Button>
        </div>
      )}
    </>
  );
}
