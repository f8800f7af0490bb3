"use client";

import { LocalAudioTrack, type LocalTrack, type Room, Track } from "livekit-client";
import { useEffect, useState } from "react";
import { deviceProblemOf } from "@/lib/client/devices/device-problem";
import { hasMediaDevices, openMicrophone } from "@/lib/client/devices/media-devices";
import { useOwnTrack } from "@/lib/client/devices/use-own-track";
import { useSentCopy } from "@/lib/client/devices/use-sent-copy";
import { showDeviceProblem } from "@/lib/client/stage/show-device-problem";
import type { Studio } from "./use-studio";

export type Talkback = { on: boolean; turn: (on: boolean) => void };

/**
 * Sends this host's voice to the backstage room and, before they are on air, their picture. On air, the
 * microphone is muted in the show meanwhile; turning it on there ends the talk.
 */
export function useTalkback({
  room,
  backstage,
  preview,
}: Pick<Studio, "room" | "backstage" | "preview">): Talkback {
  const [wanted, turn] = useState(false);
  const on = wanted && backstage !== null;
  const quiet = useQuietShow(on ? room : null);
  const own = useOwnTrack("microphone");
  const voice = useVoice(on, preview.microphone.track, own.track, turn);
  useSentCopy(backstage, on ? preview.camera.track : null);
  useSentCopy(backstage, quiet ? voice : null);
  const ends = wanted && (backstage === null || (quiet && own.on));
  useEffect(() => {
    if (ends) turn(false);
  }, [ends]);
  return { on, turn };
}

/** Mutes this host's microphone in the show as long as the room is given; true once it is muted. */
function useQuietShow(room: Room | null): boolean {
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    if (!room) return;
    let over = false;
    const publication = room.localParticipant.getTrackPublication(Track.Source.Microphone);
    const muted = publication?.isMuted === false ? publication : null;
    void Promise.resolve(muted?.mute()).then(() => {
      if (!over) setQuiet(true);
    });
    return () => {
      over = true;
      setQuiet(false);
      void muted?.unmute();
    };
  }, [room]);
  return quiet;
}

/** The microphone that is open already, in the preview or on stage; otherwise opened for the talk. */
function useVoice(
  on: boolean,
  previewed: LocalAudioTrack | null,
  published: LocalTrack | null,
  turn: (on: boolean) => void,
): LocalAudioTrack | null {
  const [voice, setVoice] = useState<LocalAudioTrack | null>(null);
  useEffect(() => {
    if (!on) return;
    let over = false;
    let opened: LocalAudioTrack | null = null;
    const open = previewed ?? liveOf(published);
    if (open) setVoice(open);
    else {
      openMicrophone().then(
        (track) => {
          opened = track;
          if (over) track.stop();
          else setVoice(track);
        },
        (error: unknown) => {
          if (over) return;
          turn(false);
          showDeviceProblem(
            "microphone",
            hasMediaDevices() ? deviceProblemOf(error) : "insecure-origin",
          );
        },
      );
    }
    return () => {
      over = true;
      setVoice(null);
      opened?.stop();
    };
  }, [on, previewed, published, turn]);
  return voice;
}

const liveOf = (track: LocalTrack | null): LocalAudioTrack | null =>
  track instanceof LocalAudioTrack && track.mediaStreamTrack.readyState === "live" ? track : null;
