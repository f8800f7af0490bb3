"use client";

import { AudioTrack, useRoomContext, useTracks } from "@livekit/components-react";
import { Track } from "livekit-client";
import { Play, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useStageLook } from "@/lib/client/room/use-stage-look";
import { usePlayback } from "@/lib/client/stage/use-playback";
import type { StageLook } from "@/lib/contracts/look";

const sources = [Track.Source.Microphone, Track.Source.ScreenShareAudio, Track.Source.Unknown];

type StageAudioProps = {
  /** 0 to 1. */
  volume?: number;
  muted?: boolean;
  /** The look from the page's data, used until the room sends one. */
  look?: StageLook | undefined;
  /** For hosts and guests on stage, who hear each other behind a card too. */
  crew?: boolean;
};

/**
 * Plays everyone else's sound, each as loud as the hosts set it; behind a card, nothing. If the
 * browser requires a press first, a button over the picture asks for it, so this must be placed in
 * the stage's positioned box, after the stage.
 */
export function StageAudio(props: StageAudioProps) {
  const { volume = 1, muted = false, look: known, crew = false } = props;
  const t = useTranslations("stage");
  const { blocked, start } = usePlayback();
  const { scene, volumes } = useStageLook(useRoomContext(), known);
  const sounds = useTracks(sources, { updateOnlyOn: [], onlySubscribed: true }).filter(
    ({ participant, publication }) => !participant.isLocal && publication.kind === "audio",
  );
  return (
    <>
      <div hidden>
        {sounds.map((sound) => {
          const level = volumes[sound.participant.identity] ?? 1;
          return (
            <AudioTrack
              key={sound.publication.trackSid}
              trackRef={sound}
              volume={volume * level}
              // iOS ignores volumes, but not this.
              muted={muted || level === 0 || (scene !== "show" && !crew)}
            />
          );
        })}
      </div>
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
