"use client";

import {
  Maximize,
  Minimize,
  Pause,
  PictureInPicture2,
  Play,
  RectangleHorizontal,
  Volume1,
  Volume2,
  VolumeX,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { ChatIcon } from "@/components/chat/chat-icon";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import type { PlayerFrame } from "@/components/watch/player-frame";
import { PlayerSettings } from "@/components/watch/player-settings";
import { muteToggled } from "@/lib/client/player/player-choices";
import type { Player } from "@/lib/client/player/use-player";

type PlayerControlsProps = {
  player: Player;
  frame: PlayerFrame;
  awake: boolean;
  onClickCapture: (event: MouseEvent) => void;
};

export function PlayerControls({ player, frame, awake, onClickCapture }: PlayerControlsProps) {
  const t = useTranslations("watch.player");
  const { paused, setPaused, fullScreen, pictureInPicture } = player;
  return (
    <div
      role="toolbar"
      aria-label={t("controls")}
      onClickCapture={onClickCapture}
      className={classNames(
        "absolute inset-x-2 bottom-1 z-20 flex items-center gap-1 transition-opacity has-focus-visible:opacity-100 has-[[data-state=open]]:opacity-100",
        awake ? "opacity-100" : "opacity-0",
      )}
    >
      <IconButton
        variant="picture"
        label={t("pause")}
        pressed={paused}
        icon={paused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
        onClick={() => setPaused(!paused)}
      />
      <SoundControl player={player} />
      <span className="flex-1" />
      <PlayerSettings player={player} frame={frame} />
      {frame.embedded ? null : (
        <IconButton
          variant="picture"
          label={frame.unread > 0 ? t("chat-unread", { count: frame.unread }) : t("chat")}
          icon={<ChatIcon unread={frame.unread} />}
          onClick={frame.onToggleChat}
          className={frame.chatToggleClassName}
        />
      )}
      {pictureInPicture.state === "impossible" ? null : (
        <IconButton
          variant="picture"
          label={t("picture-in-picture")}
          pressed={pictureInPicture.state === "on"}
          icon={<PictureInPicture2 aria-hidden="true" />}
          onClick={pictureInPicture.toggle}
        />
      )}
      {frame.embedded ? null : (
        <IconButton
          variant="picture"
          label={t("theatre")}
          pressed={frame.theatre}
          icon={<RectangleHorizontal aria-hidden="true" />}
          onClick={frame.onToggleTheatre}
          className={frame.theatreToggleClassName}
        />
      )}
      {fullScreen.state === "impossible" ? null : (
        <IconButton
          variant="picture"
          label={t("full-screen")}
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

function SoundControl({ player: { sound, setSound } }: Pick<PlayerControlsProps, "player">) {
  const t = useTranslations("watch.player");
  const { volume, muted } = sound;
  const silent = muted || volume === 0;
  const Icon = silent ? VolumeX : volume < 0.5 ? Volume1 : Volume2;
  return (
    <div className="group flex items-center">
      <IconButton
        variant="picture"
        label={t("mute")}
        pressed={silent}
        icon={<Icon aria-hidden="true" />}
        onClick={() => setSound(muteToggled(sound))}
      />
      {/* Phones have buttons for this, and iOS does not let pages set the volume. */}
      <div className="on-picture ml-1 hidden h-11 items-center rounded px-3 pointer-fine:flex">
        <input
          type="range"
          aria-label={t("volume")}
          min={0}
          max={1}
          step={0.05}
          value={muted ? 0 : volume}
          onChange={(event) => setSound({ volume: Number(event.target.value), muted: false })}
          className="w-20 accent-scrim-ink"
        />
      </div>
    </div>
  );
}
