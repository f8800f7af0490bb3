"use client";

import type { Room } from "livekit-client";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Focus } from "@/lib/client/browser/focus";
import { usePageKeys } from "@/lib/client/browser/use-page-keys";
import { useRemembered } from "@/lib/client/browser/use-remembered";
import { useWakeLock } from "@/lib/client/browser/use-wake-lock";
import { muteToggled, type Sound, soundFrom, turned } from "./player-choices";
import { type PlayerAction, playerAction } from "./player-keys";
import { type FullScreen, useFullScreen } from "./use-full-screen";
import { type PictureInPicture, usePictureInPicture } from "./use-picture-in-picture";
import { type PictureQuality, useQuality } from "./use-quality";

export type Player = {
  box: RefObject<HTMLDivElement | null>;
  sound: Sound;
  setSound: (sound: Sound) => void;
  /** Nothing is buffered while paused: playback resumes live. */
  paused: boolean;
  setPaused: (paused: boolean) => void;
  quality: PictureQuality;
  fullScreen: FullScreen;
  pictureInPicture: PictureInPicture;
  /** The dialog open over the picture. */
  open: "stats" | "keys" | null;
  setOpen: (open: Player["open"]) => void;
};

type Around = {
  room: Room | null;
  onToggleTheatre: () => void;
  onWrite: () => void;
};

/** A viewer's controls over picture and sound, by button and keyboard. */
export function usePlayer({ room, onToggleTheatre, onWrite }: Around): Player {
  const box = useRef<HTMLDivElement>(null);
  const [sound, setSound] = useRemembered("player.sound", soundFrom);
  const [paused, setPaused] = useState(false);
  const [open, setOpen] = useState<Player["open"]>(null);
  const quality = useQuality(room);
  const fullScreen = useFullScreen(box);
  const pictureInPicture = usePictureInPicture(box);
  usePausedPictures(box, paused);
  useWakeLock(room !== null && !paused);
  usePageKeys(room !== null, actionOf, (action) => {
    const actions: Record<PlayerAction, () => void> = {
      pause: () => setPaused(!paused),
      mute: () => setSound(muteToggled(sound)),
      louder: () => setSound(turned(sound, "up")),
      quieter: () => setSound(turned(sound, "down")),
      "full-screen": fullScreen.toggle,
      theatre: onToggleTheatre,
      "picture-in-picture": () => {
        if (pictureInPicture.state !== "impossible") pictureInPicture.toggle();
      },
      chat: onWrite,
      help: () => setOpen("keys"),
    };
    actions[action]();
  });
  return {
    box,
    sound,
    setSound,
    paused,
    setPaused: useCallback((next: boolean) => setPaused(next), []),
    quality,
    fullScreen,
    pictureInPicture,
    open,
    setOpen: useCallback((next: Player["open"]) => setOpen(next), []),
  };
}

const actionOf = ({ key }: KeyboardEvent, focus: Focus) => playerAction(key, focus);

function usePausedPictures(box: RefObject<HTMLElement | null>, paused: boolean): void {
  const was = useRef(paused);
  useEffect(() => {
    if (was.current === paused) return;
    was.current = paused;
    for (const video of box.current?.querySelectorAll("video") ?? []) {
      if (paused) video.pause();
      // If refused, the browser requires a press, and the stage asks for it.
      else video.play().catch(() => undefined);
    }
  }, [box, paused]);
  useEffect(() => {
    const element = box.current;
    if (!paused || !element) return;
    // Pictures that come later: after a card, or when somebody goes on stage.
    const hold = ({ target }: Event) => {
      if (target instanceof HTMLVideoElement) target.pause();
    };
    element.addEventListener("play", hold, true);
    return () => element.removeEventListener("play", hold, true);
  }, [box, paused]);
}
