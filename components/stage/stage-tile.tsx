"use client";

import { useIsSpeaking, VideoTrack } from "@livekit/components-react";
import { MicOff, MonitorUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type SyntheticEvent, useState } from "react";
import { u } from "@/components/stage/units";
import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import { type Box, faceFit, type Place } from "@/lib/client/stage/stage-layout";
import type { StageTile } from "@/lib/client/stage/use-stage";
import { isolated } from "@/lib/words/isolated";

type StageTileViewProps = {
  tile: StageTile;
  place: Place;
  /** Shows the whole picture, with bars if needed, instead of filling the tile. */
  whole: boolean;
  /** Shows initials instead of the picture, whatever the camera sends. */
  hidden: boolean;
  /** Whether the name is visible. Screen readers get it in any case. */
  named: boolean;
  /** The distance of the name from the tile's lower edge, in units. */
  lift: number;
  /** The distance of the tile from the picture's lower edge, or from the banner, in units. */
  below: number;
};

/** All in the programme's units. */
const nameHeight = 52;
/** Lower tiles have no room for a name and a player's controls under it. */
const tooLowForName = 110;
/** From this width on, the name must be legible from across a room. */
const large = 700;

export function StageTileView(props: StageTileViewProps) {
  const { tile, place, whole, hidden, named, lift, below } = props;
  const words = useTileWords(tile);
  return (
    <figure
      aria-label={words.label}
      className={classNames("absolute m-0 overflow-hidden bg-surface", place.over && "z-1")}
      style={{
        left: u(place.x),
        top: u(place.y),
        width: u(place.width),
        height: u(place.height),
      }}
    >
      <span
        className="absolute inset-0 grid place-items-center"
        style={{ fontSize: u(Math.min(place.height * 0.16, 72)) }}
      >
        <Avatar name={tile.name} size="text" />
      </span>
      {hidden ? null : <TilePicture tile={tile} place={place} whole={whole} />}
      <SpeakingRing tile={tile} />
      <LowerThird tile={tile} place={place} named={named} lift={lift} below={below} />
    </figure>
  );
}

type LowerThirdProps = Pick<StageTileViewProps, "tile" | "place" | "named" | "lift" | "below">;

function LowerThird({ tile, place, named, lift, below }: LowerThirdProps) {
  const { shown } = useTileWords(tile);
  const readable = named && place.height >= tooLowForName;
  const isLarge = place.width >= large;
  const above = Math.max(0, place.height - lift - nameHeight);
  return (
    <figcaption
      style={{
        bottom: u(lift),
        // Above a player's controls, but within the tile.
        transform: `translateY(max(${u(-above)}, min(0px, ${u(below)} + (100cqh - var(--u) * var(--h)) / 2 - var(--controls, 0px))))`,
        margin: u(isLarge ? 20 : 10),
        padding: `${u(isLarge ? 8 : 4)} ${u(isLarge ? 18 : 12)}`,
        maxWidth: `calc(100% - ${u(isLarge ? 40 : 20)})`,
        gap: u(10),
        borderRadius: u(10),
        fontSize: u(isLarge ? 40 : 28),
      }}
      className={classNames(
        "on-picture absolute left-0 flex items-center leading-tight font-medium transition-transform",
        !readable && isOpen(tile) && "sr-only",
      )}
    >
      {tile.kind === "screen" && !tile.isFile && readable ? (
        <MonitorUp aria-hidden="true" className="size-[1em] shrink-0" />
      ) : null}
      {isOpen(tile) ? null : <MicOff aria-hidden="true" className="size-[1em] shrink-0" />}
      <span className={readable ? "truncate" : "sr-only"}>{shown}</span>
    </figcaption>
  );
}

/** The microphone needs no mark: it is on, or the tile is a screen. */
const isOpen = ({ kind, microphone }: StageTile) => kind === "screen" || microphone === "on";

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

type TilePictureProps = Pick<StageTileViewProps, "tile" | "place" | "whole">;

function TilePicture({ tile: { picture, mirrored }, place, whole }: TilePictureProps) {
  const [size, setSize] = useState<Box | null>(null);
  if (!picture) return null;
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
        fit === "contain" ? "bg-letterbox object-contain" : "object-cover",
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
  const shown = participant.isLocal ? t("you", { name: isolated(given) }) : given;
  const off = [
    picture ? null : t("camera-off"),
    microphone === "off" ? t("microphone-off") : null,
  ].filter(Boolean);
  return { shown, label: [shown, ...off].join(", ") };
}
