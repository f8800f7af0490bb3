"use client";

import { LocalAudioTrack, type LocalTrack, type Room } from "livekit-client";
import { useEffect, useEffectEvent, useState } from "react";
import { toast } from "@/lib/client/browser/toast";
import { deviceProblemOf } from "@/lib/client/devices/device-problem";
import { hasMediaDevices, openMicrophone, rememberOn } from "@/lib/client/devices/media-devices";
import { useOwnTrack } from "@/lib/client/devices/use-own-track";
import { useSentCopy } from "@/lib/client/devices/use-sent-copy";
import { say } from "@/lib/client/server-api/say";
import { showDeviceProblem } from "@/lib/client/stage/show-device-problem";
import { followChosenMicrophone, muteInShow, unmuteInShow } from "./show-mute";
import type { Studio } from "./use-studio";

export type Talkback = {
  on: boolean;
  /** False while the show is about to get this host's microphone. */
  possible: boolean;
  /** Starts or ends the talk. Ending it turns the microphone in the show back on. */
  turn: (on: boolean) => void;
  /** Ends the talk without the host's decision: their microphone in the show stays off. */
  cut: () => void;
};

type Talk = {
  /** Going elsewhere ends the talk. */
  place: Studio["stage"]["name"];
  /** Whether no microphone was open when it began. */
  opens: boolean;
};

/**
 * Sends this host's voice to the backstage room and, before they are on air, their picture. On air, the
 * microphone is muted in the show meanwhile; turning it on there ends the talk. Only the host's own
 * decision turns it on again: a talk that breaks off must not continue on air.
 */
export function useTalkback(studio: Studio): Talkback {
  const { room, backstage, preview, stage } = studio;
  const [talk, setTalk] = useState<Talk | null>(null);
  const sends = stage.name === "going" || (stage.name === "on-air" && studio.own.wanted);
  const possible = !sends || studio.sent;
  const on = talk !== null && talk.place === stage.name && backstage !== null;
  const quiet = useQuietShow(on && stage.name === "on-air" ? room : null);
  const own = useOwnTrack("microphone");
  const source = preview.microphone.track ?? liveOf(own.track);
  const [kept, keep] = useState<LocalAudioTrack | null>(null);
  // A device that is being changed is gone for a moment, and the talk goes on.
  const next = on ? (source ?? kept) : null;
  if (next !== kept) keep(next);
  const cut = () => setTalk((before) => before && { ...before, place: "over" });
  const fail = (error: unknown) => {
    cut();
    showDeviceProblem("microphone", hasMediaDevices() ? deviceProblemOf(error) : "insecure-origin");
  };
  useChosenMicrophone(quiet?.done ? room : null, fail);
  const opened = useOpenedMicrophone(on && talk.opens, own.deviceId, fail);
  const speaks = on && (quiet?.done || stage.name !== "on-air");
  useSentCopy(backstage, on ? preview.camera.track : null);
  useSentCopy(backstage, speaks ? (kept ?? opened) : null);

  const unmuted = quiet?.done === true && own.on;
  const turnedOff = stage.name === "preparing" && kept !== null && !preview.microphone.on;
  const ends = talk !== null && (!on || unmuted || turnedOff);
  const staysMuted = quiet?.wasOn === true && !unmuted;
  useEffect(() => {
    if (!ends) return;
    setTalk(null);
    if (!staysMuted) return;
    // Off stage nothing is sent, and the next time begins as this one did.
    if (stage.name === "backstage") rememberOn("microphone", true);
    else toast.problem(say("backstage.room.still-muted"), { id: "still-muted" });
  }, [ends, staysMuted, stage.name]);

  return {
    on,
    possible,
    turn(wanted) {
      if (wanted) {
        if (possible) setTalk({ place: stage.name, opens: source === null });
        return;
      }
      setTalk(null);
      if (quiet?.wasOn && room) void turnOn(room);
    },
    cut,
  };
}

async function turnOn(room: Room): Promise<void> {
  try {
    await unmuteInShow(room);
  } catch (error) {
    showDeviceProblem("microphone", deviceProblemOf(error));
  }
}

/** Mutes this host's microphone in the show once the room is given. */
function useQuietShow(room: Room | null): { wasOn: boolean; done: boolean } | null {
  const [quiet, setQuiet] = useState<{ wasOn: boolean; done: boolean } | null>(null);
  useEffect(() => {
    if (!room) return;
    let over = false;
    const { wasOn, done } = muteInShow(room);
    setQuiet({ wasOn, done: false });
    void done.then(() => {
      if (!over) setQuiet({ wasOn, done: true });
    });
    return () => {
      over = true;
      setQuiet(null);
    };
  }, [room]);
  return quiet;
}

function useChosenMicrophone(room: Room | null, onFailed: (error: unknown) => void): void {
  const failed = useEffectEvent(onFailed);
  useEffect(
    () => (room ? followChosenMicrophone(room, (error) => failed(error)) : undefined),
    [room],
  );
}

/** A microphone opened for the talk, and another one once it is chosen. */
function useOpenedMicrophone(
  wanted: boolean,
  deviceId: string | null,
  onFailed: (error: unknown) => void,
): LocalAudioTrack | null {
  const [opened, setOpened] = useState<LocalAudioTrack | null>(null);
  const failed = useEffectEvent(onFailed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening reads the chosen device
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    let open: LocalAudioTrack | null = null;
    openMicrophone().then(
      (track) => {
        open = track;
        if (over) track.stop();
        else setOpened(track);
      },
      (error: unknown) => {
        if (!over) failed(error);
      },
    );
    return () => {
      over = true;
      setOpened(null);
      open?.stop();
    };
  }, [wanted, deviceId]);
  return opened;
}

const liveOf = (track: LocalTrack | null): LocalAudioTrack | null =>
  track instanceof LocalAudioTrack && track.mediaStreamTrack.readyState === "live" ? track : null;
