"use client";

import { useSortable } from "@dnd-kit/sortable";
import { VideoTrack } from "@livekit/components-react";
import { MicOff, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MicrophoneLevel } from "@/components/devices/microphone-level";
import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import type { StageTile } from "@/lib/client/stage/use-stage";
import { isolated } from "@/lib/words/isolated";

type StripFaceProps = {
  face: StageTile;
  /** 0 to 1. */
  volume: number;
  onVolume: (volume: number) => void;
};

/** One person in the strip. The picture is the handle that moves them. */
export function StripFace({ face, volume, onVolume }: StripFaceProps) {
  const t = useTranslations("stage.strip");
  const somebody = useTranslations("stage")("somebody");
  const { participant, picture, microphone, sound } = face;
  const name = isolated(face.name || somebody);
  const {
    attributes: handle,
    listeners,
    setNodeRef,
    setActivatorNodeRef,
    transform,
    transition,
    isDragging,
  } = useSortable({
    id: participant.identity,
    attributes: { roleDescription: t("sortable") },
  });
  return (
    <li
      ref={setNodeRef}
      style={{
        transform: transform ? `translate(${transform.x}px, ${transform.y}px)` : undefined,
        transition,
      }}
      className={classNames("w-32 shrink-0", isDragging && "z-1 opacity-80")}
    >
      <button
        ref={setActivatorNodeRef}
        type="button"
        {...handle}
        {...listeners}
        aria-label={t("move", { name })}
        className="relative block aspect-video w-full cursor-grab touch-manipulation overflow-hidden rounded bg-letterbox focus-visible:-outline-offset-2"
      >
        <span className="absolute inset-0 grid place-items-center">
          <Avatar name={face.name || somebody} size="sm" />
        </span>
        {picture ? (
          <VideoTrack
            trackRef={picture}
            playsInline
            className={classNames(
              "absolute inset-0 size-full object-cover",
              face.mirrored && "-scale-x-100",
            )}
          />
        ) : null}
        <span className="on-picture absolute bottom-0 left-0 flex max-w-full items-center gap-1 px-1.5 text-sm">
          {microphone === "off" ? <MicOff aria-hidden="true" className="size-4 shrink-0" /> : null}
          <span dir="auto" className="truncate">
            {face.name || somebody}
          </span>
        </span>
      </button>
      <div className="flex items-center gap-1">
        <MicrophoneLevel track={sound} label={t("level", { name })} className="h-1.5 flex-1" />
        {participant.isLocal ? null : (
          <Popover
            title={t("volume", { name })}
            side="top"
            trigger={<IconButton size="sm" label={t("volume", { name })} icon={<Volume2 />} />}
          >
            <Volume label={t("volume-hint")} value={volume} onChange={onVolume} />
          </Popover>
        )}
      </div>
    </li>
  );
}

type VolumeProps = { label: string; value: number; onChange: (volume: number) => void };

/** Sent when it is let go, not at each step. */
function Volume({ label, value, onChange }: VolumeProps) {
  const [moved, setMoved] = useState<number | null>(null);
  const send = () => {
    if (moved !== null && moved !== value) onChange(moved);
    setMoved(null);
  };
  return (
    <label className="mt-2 block text-sm text-ink-soft">
      {label}
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={moved ?? value}
        onChange={(event) => setMoved(Number(event.target.value))}
        onPointerUp={send}
        onKeyUp={send}
        onBlur={send}
        className="mt-2 h-11 w-full accent-ink"
      />
    </label>
  );
}
