"use client";

import { type TrackReference, useIsSpeaking, VideoTrack } from "@livekit/components-react";
import { useTranslations } from "next-intl";
import { type SyntheticEvent, useState } from "react";
import type { Placed } from "@/components/stage/programme-frame";
import { TileShell } from "@/components/stage/tile-shell";
import { u } from "@/components/stage/units";
import { classNames } from "@/components/ui/class-names";
import { type Box, faceFit } from "@/lib/client/stage/stage-layout";
import type { StageTile } from "@/lib/client/stage/use-stage";
import { isolated } from "@/lib/words/isolated";
import styles from "./programme.module.css";

type StageTileViewProps = Placed & {
  tile: StageTile;
  /** Shows initials instead of the picture, whatever the camera sends. */
  hidden: boolean;
};

export function StageTileView({ tile, hidden, whole, ...placed }: StageTileViewProps) {
  const words = useTileWords(tile);
  return (
    <TileShell
      isScreen={tile.kind === "screen" && !tile.isFile}
      name={tile.name}
      words={words}
      // A screen needs no mark.
      muted={tile.kind === "face" && tile.microphone === "off"}
      ring={<SpeakingRing tile={tile} />}
      {...placed}
    >
      {hidden || !tile.picture ? null : (
        <TilePicture
          picture={tile.picture}
          mirrored={tile.mirrored}
          place={placed.place}
          whole={whole}
        />
      )}
    </TileShell>
  );
}

function SpeakingRing({ tile }: Pick<StageTileViewProps, "tile">) {
  const speaking = useIsSpeaking(tile.participant) && tile.kind === "face";
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "pointer-events-none absolute inset-0 border-solid border-scrim-ink transition-opacity",
        speaking ? "opacity-100" : "opacity-0",
      )}
      style={{ borderWidth: `max(1px, ${u(5)})` }}
    />
  );
}

type TilePictureProps = Pick<Placed, "place" | "whole"> & {
  picture: TrackReference;
  mirrored: boolean;
};

function TilePicture({ picture, mirrored, place, whole }: TilePictureProps) {
  const [size, setSize] = useState<Box | null>(null);
  const measure = ({ currentTarget }: SyntheticEvent<HTMLVideoElement>) =>
    setSize({ width: currentTarget.videoWidth, height: currentTarget.videoHeight });
  const fit = whole ? "contain" : faceFit(place, size);
  return (
    <VideoTrack
      trackRef={picture}
      onLoadedMetadata={measure}
      onResize={measure}
      playsInline
      className={classNames(
        "absolute inset-0 size-full",
        fit === "contain" ? classNames(styles.bars, "object-contain") : "object-cover",
        mirrored && "-scale-x-100",
      )}
    />
  );
}

function useTileWords({ kind, isFile, name, participant, picture, microphone }: StageTile) {
  const t = useTranslations("stage");
  const given = name || t("somebody");
  if (kind === "screen") {
    const shown = t(isFile ? "shared-by" : "screen-of", { name: isolated(given) });
    return { shown, label: shown };
  }
  const off = [
    picture ? null : t("camera-off"),
    microphone === "off" ? t("microphone-off") : null,
  ].filter(Boolean);
  if (!participant.isLocal) return { shown: given, label: [given, ...off].join(", ") };
  const you = { name: isolated(given) };
  return {
    shown: t.rich("you", { ...you, own: (words) => <span className={styles.own}>{words}</span> }),
    label: [t.markup("you", { ...you, own: (words) => words }), ...off].join(", "),
  };
}
