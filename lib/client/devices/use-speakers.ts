"use client";

import type { Room } from "livekit-client";
import { useEffect, useState } from "react";
import { recall, remember } from "@/lib/client/browser/browser-memory";
import { hasMediaDevices, type MediaDevice } from "./media-devices";
import { canChooseSpeaker, playTestTone } from "./test-tone";

const key = "speaker.device";

export type Speakers = {
  /** Empty if the browser does not let pages choose. */
  devices: MediaDevice[];
  deviceId: string | undefined;
  choose: (id: string) => void;
  /** asked: the tone was played, and the person has not said whether they heard it. */
  tone: "not-played" | "playing" | "asked" | "heard" | "unheard" | "failed";
  play: () => void;
  answer: (heard: boolean) => void;
};

/** The available speakers and a test tone. `opened` changes once their names can be known. */
export function useSpeakers(opened: unknown): Speakers {
  const devices = useSpeakerList(opened);
  const [chosen, setChosen] = useState<string | null>(null);
  const [tone, setTone] = useState<Speakers["tone"]>("not-played");
  const known = chosen ?? recallSpeaker();
  const deviceId = devices.find(({ id }) => id === known)?.id ?? devices[0]?.id;
  return {
    devices,
    deviceId,
    choose: (id) => {
      remember("browser", key, id);
      setChosen(id);
      setTone("not-played");
    },
    tone,
    play: () => {
      setTone("playing");
      playTestTone(deviceId).then(
        () => setTone("asked"),
        () => setTone("failed"),
      );
    },
    answer: (heard) => setTone(heard ? "heard" : "unheard"),
  };
}

function useSpeakerList(opened: unknown): MediaDevice[] {
  const [devices, setDevices] = useState<MediaDevice[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names are empty until a microphone was opened, so the list is read once more then
  useEffect(() => {
    if (!hasMediaDevices() || !canChooseSpeaker()) return;
    let left = false;
    const list = async () => {
      const all = await navigator.mediaDevices.enumerateDevices().catch(() => []);
      const outputs = all.filter(
        ({ kind, deviceId, label }) =>
          kind === "audiooutput" && deviceId && deviceId !== "communications" && label,
      );
      if (!left) setDevices(outputs.map(({ deviceId: id, label }) => ({ id, label })));
    };
    void list();
    navigator.mediaDevices.addEventListener("devicechange", list);
    return () => {
      left = true;
      navigator.mediaDevices.removeEventListener("devicechange", list);
    };
  }, [opened]);
  return devices;
}

const recallSpeaker = () =>
  typeof window === "undefined" ? undefined : (recall("browser", key) ?? undefined);

/** Plays a room through the speaker chosen before the show. */
export function useChosenSpeaker(room: Room | null): void {
  useEffect(() => {
    const id = recallSpeaker();
    if (!room || !id || !canChooseSpeaker()) return;
    // If the speaker is gone, the browser's choice remains.
    room.switchActiveDevice("audiooutput", id).catch(() => undefined);
  }, [room]);
}
