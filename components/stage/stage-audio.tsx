"use client";

import { RoomAudioRenderer, useRoomContext } from "@livekit/components-react";
import { Play, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { usePlayback } from "@/lib/client/stage/use-playback";
import { useStageLook } from "@/lib/client/stage/use-stage-look";
import type { StageLook } from "@/lib/contracts/look";

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

/** The same for viewers, who hear nothing while a card stands in place of the stage. */
export function ProgrammeAudio({ look, muted = false, ...props }: StageAudioProps & KnownLook) {
  const { scene } = useStageLook(useRoomContext(), look);
  return <StageAudio {...props} muted={muted || scene !== "show"} />;
}

type KnownLook = {
  /** The look from the page's data, used until the room sends one. */
  look: StageLook | undefined;
};
