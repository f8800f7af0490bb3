"use client";

import { Maximize, MessageSquare, Minimize, Volume1, Volume2, VolumeX } from "lucide-react";
import type { MouseEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import type { FullScreen } from "@/lib/client/use-full-screen";

export type Sound = { volume: number; muted: boolean };

type PlayerControlsProps = {
  awake: boolean;
  onClickCapture: (event: MouseEvent) => void;
  sound: Sound;
  onSound: (sound: Sound) => void;
  fullScreen: FullScreen;
  onToggleChat: () => void;
  chatToggleClassName: string | undefined;
};

export function PlayerControls(props: PlayerControlsProps) {
  const { awake, onClickCapture, sound, onSound, fullScreen } = props;
  return (
    <div
      onClickCapture={onClickCapture}
      className={classNames(
        "absolute right-2 bottom-2 z-10 flex items-center gap-1 transition-opacity has-focus-visible:opacity-100",
        awake ? "opacity-100" : "opacity-0",
      )}
    >
      <SoundControl sound={sound} onSound={onSound} />
      <IconButton
        variant="picture"
        label="Chat"
        icon={<MessageSquare aria-hidden="true" />}
        onClick={props.onToggleChat}
        className={props.chatToggleClassName}
      />
      {fullScreen.state === "impossible" ? null : (
        <IconButton
          variant="picture"
          label="Full screen"
          pressed={fullScreen.state === "on"}
          icon={
            fullScreen.state === "on" ? (
              <Minimize aria-hidden="true" />
            ) : (
              <Maximize aria-hidden="true" />
            )
          }
          onClick={fullScreen.toggle}
        />
      )}
    </div>
  );
}

function SoundControl({ sound, onSound }: Pick<PlayerControlsProps, "sound" | "onSound">) {
  const { volume, muted } = sound;
  const silent = muted || volume === 0;
  const Icon = silent ? VolumeX : volume < 0.5 ? Volume1 : Volume2;
  return (
    <div className="group flex items-center">
      {/* A phone has buttons for this, and iOS lets no page set it. */}
      <div className="on-picture mr-1 hidden h-11 items-center rounded px-3 pointer-fine:group-focus-within:flex pointer-fine:group-hover:flex">
        <input
          type="range"
          aria-label="Volume"
          min={0}
          max={1}
          step={0.05}
          value={muted ? 0 : volume}
          onChange={(event) => onSound({ volume: Number(event.target.value), muted: false })}
          className="w-24 accent-scrim-ink"
        />
      </div>
      <IconButton
        variant="picture"
        label="Mute"
        pressed={silent}
        icon={<Icon aria-hidden="true" />}
        onClick={() =>
          onSound(silent ? { volume: volume || 1, muted: false } : { volume, muted: true })
        }
      />
    </div>
  );
}
