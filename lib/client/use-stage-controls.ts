"use client";

import {
  useLocalParticipant,
  useLocalParticipantPermissions,
  useRoomContext,
} from "@livekit/components-react";
import type { TrackPublication } from "livekit-client";
import { useState } from "react";
import { type AllowedSources, allowedSources } from "./allowed-sources";
import { cameraSettings } from "./camera-settings";
import { type CameraProblem, cameraProblemOf, type DeviceKind } from "./device-problem";
import {
  captureOptions,
  hasMediaDevices,
  type MediaDevice,
  rememberDevice,
  rememberedDevice,
  rememberOn,
} from "./media-devices";
import { keepingBlur, startCamera } from "./start-camera";
import { useDeviceList } from "./use-device-list";

export type DeviceOutcome = CameraProblem | "done";

export type StageDevice = {
  kind: DeviceKind;
  on: boolean;
  /** Between a press and its effect. */
  busy: boolean;
  track: MediaStreamTrack | undefined;
  devices: MediaDevice[];
  deviceId: string | undefined;
  turn: (on: boolean) => Promise<DeviceOutcome>;
  choose: (id: string) => Promise<DeviceOutcome>;
};

export type StageScreen = {
  on: boolean;
  busy: boolean;
  /** Phones cannot. */
  possible: boolean;
  turn: (on: boolean) => Promise<DeviceOutcome>;
};

type StageDevices = {
  microphone: StageDevice;
  camera: StageDevice;
  screen: StageScreen;
  /** What a host leaves this person to send. */
  allowed: AllowedSources;
};

/** What a person on stage turns on and off, in the room around. */
export function useStageControls(): StageDevices {
  const local = useLocalParticipant();
  const { localParticipant } = local;
  const allowed = allowedSources(useLocalParticipantPermissions());
  return {
    allowed,
    microphone: useStageDevice(
      "microphone",
      local.microphoneTrack,
      local.isMicrophoneEnabled,
      (on) => localParticipant.setMicrophoneEnabled(on, captureOptions("microphone")),
    ),
    camera: useStageDevice("camera", local.cameraTrack, local.isCameraEnabled, (on) =>
      on ? startCamera(localParticipant) : localParticipant.setCameraEnabled(false),
    ),
    screen: useStageScreen(local.isScreenShareEnabled, (on) =>
      localParticipant.setScreenShareEnabled(on, {
        audio: true,
        // One's own studio within itself is a tunnel without an end.
        selfBrowserSurface: "exclude",
        surfaceSwitching: "include",
        systemAudio: "include",
      }),
    ),
  };
}

function useStageDevice(
  kind: DeviceKind,
  publication: TrackPublication | undefined,
  on: boolean,
  enable: (on: boolean) => Promise<unknown>,
): StageDevice {
  const room = useRoomContext();
  const [busy, attempt] = useAttempt();
  const track = publication?.track?.mediaStreamTrack;
  const devices = useDeviceList(kind, track);
  const id = (on && cameraSettings(publication?.track).deviceId) || rememberedDevice(kind);
  return {
    kind,
    on,
    busy,
    track: on ? track : undefined,
    devices,
    deviceId: devices.find((device) => device.id === id)?.id ?? devices[0]?.id,
    turn: (next) => {
      rememberOn(kind, next);
      return attempt(async () => {
        // A missing `mediaDevices` would come out as a mistake in our code.
        if (next && !hasMediaDevices()) return "insecure-origin";
        await enable(next);
        return "done";
      });
    },
    choose: (chosen) => {
      rememberDevice(kind, chosen);
      const switched = kind === "camera" ? "videoinput" : "audioinput";
      return attempt(async () => {
        await keepingBlur(room.localParticipant, () => room.switchActiveDevice(switched, chosen));
        return "done";
      });
    },
  };
}

function useStageScreen(on: boolean, enable: (on: boolean) => Promise<unknown>): StageScreen {
  const [busy, attempt] = useAttempt();
  return {
    on,
    busy,
    possible: hasMediaDevices() && "getDisplayMedia" in navigator.mediaDevices,
    turn: (next) =>
      attempt(async () => {
        await enable(next);
        return "done";
      }),
  };
}

/** One at a time: a second press while the first has no answer yet does nothing. */
function useAttempt() {
  const [busy, setBusy] = useState(false);
  async function attempt(work: () => Promise<DeviceOutcome>): Promise<DeviceOutcome> {
    if (busy) return "done";
    setBusy(true);
    try {
      return await work();
    } catch (error) {
      return cameraProblemOf(error);
    } finally {
      setBusy(false);
    }
  }
  return [busy, attempt] as const;
}
