"use client";

import { useLocalParticipantPermissions, useRoomContext } from "@livekit/components-react";
import { type LocalParticipant, type Room, RoomEvent, Track } from "livekit-client";
import { useState } from "react";
import {
  type CameraProblem,
  cameraProblemOf,
  type DeviceKind,
} from "@/lib/client/devices/device-problem";
import {
  hasMediaDevices,
  type MediaDevice,
  microphoneCapture,
  rememberDevice,
  rememberOn,
} from "@/lib/client/devices/media-devices";
import { keepingBlur, startCamera } from "@/lib/client/devices/start-camera";
import { useDeviceList } from "@/lib/client/devices/use-device-list";
import { type LostDevice, useLostDevice } from "@/lib/client/devices/use-lost-device";
import { useOwnTrack } from "@/lib/client/devices/use-own-track";
import { useRoomValue } from "@/lib/client/room/use-room-value";
import { type AllowedSources, allowedSources } from "./allowed-sources";
import { fileTrackName } from "./shared-file/file-rules";

export type DeviceOutcome = CameraProblem | "done";

export type StageDevice = LostDevice & {
  kind: DeviceKind;
  on: boolean;
  /** Between a press and its effect. */
  busy: boolean;
  track: MediaStreamTrack | undefined;
  /** On, but muted by the system or the device. */
  silenced: boolean;
  devices: MediaDevice[];
  deviceId: string | undefined;
  turn: (on: boolean) => Promise<DeviceOutcome>;
  choose: (id: string) => Promise<DeviceOutcome>;
};

export type StageScreen = {
  on: boolean;
  busy: boolean;
  /** False on phones. */
  possible: boolean;
  turn: (on: boolean) => Promise<DeviceOutcome>;
};

type StageDevices = {
  microphone: StageDevice;
  camera: StageDevice;
  screen: StageScreen;
  /** The sources a host lets this person send. */
  allowed: AllowedSources;
};

/** The devices of a person on stage in the surrounding room. */
export function useStageControls(): StageDevices {
  const { localParticipant } = useRoomContext();
  const allowed = allowedSources(useLocalParticipantPermissions());
  return {
    allowed,
    microphone: useStageDevice("microphone", (on) =>
      localParticipant.setMicrophoneEnabled(on, microphoneCapture()),
    ),
    camera: useStageDevice("camera", (on) =>
      on ? startCamera(localParticipant) : localParticipant.setCameraEnabled(false),
    ),
    screen: useStageScreen((on) =>
      on ? shareScreen(localParticipant) : localParticipant.setScreenShareEnabled(false),
    ),
  };
}

function useStageDevice(kind: DeviceKind, enable: (on: boolean) => Promise<unknown>): StageDevice {
  const room = useRoomContext();
  const [busy, attempt] = useAttempt();
  const own = useOwnTrack(kind);
  const devices = useDeviceList(kind, own.media);
  const deviceId = devices.find(({ id }) => id === own.deviceId)?.id ?? devices[0]?.id;
  const { lost, settle } = useLostDevice(own);
  const take = (id: string) => {
    rememberDevice(kind, id);
    const switched = kind === "camera" ? "videoinput" : "audioinput";
    return keepingBlur(room.localParticipant, () => room.switchActiveDevice(switched, id));
  };
  return {
    kind,
    on: own.on,
    busy,
    track: own.media ?? undefined,
    silenced: own.silenced,
    lost,
    settle,
    devices,
    deviceId,
    turn: (next) => {
      rememberOn(kind, next);
      return attempt(async () => {
        // A missing `mediaDevices` would surface as a bug in our code.
        if (next && !hasMediaDevices()) return "insecure-origin";
        // LiveKit would look for the very device that is gone.
        if (next && lost === "gone" && deviceId) await take(deviceId);
        await enable(next);
        settle();
        return "done";
      });
    },
    choose: (chosen) =>
      attempt(async () => {
        await take(chosen);
        if (lost === "gone") await enable(true);
        settle();
        return "done";
      }),
  };
}

const screenChanges = [
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
] as const;
function sharesScreen({ localParticipant }: Room): boolean {
  const publication = localParticipant.getTrackPublication(Track.Source.ScreenShare);
  return publication?.isMuted === false && publication.trackName !== fileTrackName;
}

/** A shared file, which has the same source, stays until the screen has been chosen. */
async function shareScreen(local: LocalParticipant): Promise<void> {
  const tracks = await local.createScreenTracks({
    // The page may play what viewers must not hear: people backstage.
    audio: { restrictOwnAudio: true },
    // Sharing the studio's own tab would nest it endlessly.
    selfBrowserSurface: "exclude",
    surfaceSwitching: "include",
    systemAudio: "include",
  });
  try {
    await local.setScreenShareEnabled(false);
    await Promise.all(tracks.map((track) => local.publishTrack(track)));
  } catch (error) {
    for (const track of tracks) track.stop();
    throw error;
  }
}

function useStageScreen(enable: (on: boolean) => Promise<unknown>): StageScreen {
  const on = useRoomValue(useRoomContext(), screenChanges, sharesScreen, false);
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

/** One at a time: a second press before the first finishes does nothing. */
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
