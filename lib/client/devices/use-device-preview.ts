"use client";

import type { LocalAudioTrack, LocalVideoTrack } from "livekit-client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { isBlurred, onBlurChange, readBlur } from "./background-blur";
import { nextInPreview } from "./blur-rules";
import { applyToCamera, applyToMicrophone } from "./capture/apply-capture";
import { onCaptureChange } from "./capture/capture-choices";
import { concerns } from "./capture/capture-rules";
import type { CameraProblem } from "./device-problem";
import {
  hasMediaDevices,
  type MediaDevice,
  openBoth,
  openCamera,
  openMicrophone,
} from "./media-devices";
import { PreviewDevice } from "./preview-device";

/** A camera or microphone as the person sees it before publishing. */
type DevicePreviewOf<Track> = {
  devices: MediaDevice[];
  deviceId: string | undefined;
  choose: (id: string) => void;
  /** The person's choice; `track` and `problem` say whether it worked. */
  on: boolean;
  turn: (on: boolean) => void;
  opening: boolean;
  track: Track | null;
  problem: CameraProblem | null;
  /** Open, but muted by the system or the device. */
  silenced: boolean;
  retry: () => void;
};

export type CameraPreview = DevicePreviewOf<LocalVideoTrack>;
export type MicrophonePreview = DevicePreviewOf<LocalAudioTrack>;
export type Opened = { video: LocalVideoTrack | null; audio: LocalAudioTrack | null };

export type DevicePreview = {
  camera: CameraPreview;
  microphone: MicrophonePreview;
  /**
   * Hands the tracks to the caller, who publishes and stops them. Null while they are opening or
   * were already handed over.
   */
  handOver: () => Opened | null;
  /** Shows handed-over tracks again that are still open, and opens what is missing. */
  takeBack: (opened: Opened) => void;
  /** Opens again what was handed over. */
  restart: () => void;
};

/**
 * Camera and microphone, opened while `active` and stopped afterwards unless handed over. Exactly
 * what the person saw in the preview is published, and nothing is opened twice.
 */
export function useDevicePreview(active = true): DevicePreview {
  const [session] = useState(() => new PreviewSession());
  const devices = useSyncExternalStore(session.subscribe, session.read, readOnServer);
  useEffect(() => (active ? session.start() : undefined), [session, active]);
  const { handOver, takeBack, restart } = session;
  return { ...devices, handOver, takeBack, restart };
}

type Snapshot = Pick<DevicePreview, "camera" | "microphone">;

class PreviewSession {
  private listeners = new Set<() => void>();
  private snapshot: Snapshot | null = null;
  private changed = () => {
    this.snapshot = null;
    for (const listener of this.listeners) listener();
  };
  private camera = new PreviewDevice("camera", openCamera, applyToCamera, this.changed);
  private microphone = new PreviewDevice(
    "microphone",
    openMicrophone,
    applyToMicrophone,
    this.changed,
  );

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  read = (): Snapshot => {
    this.snapshot ??= { camera: this.camera.view(), microphone: this.microphone.view() };
    return this.snapshot;
  };

  start(): () => void {
    this.restart();
    const relist = () => {
      void this.camera.devicesChanged();
      void this.microphone.devicesChanged();
    };
    if (hasMediaDevices()) navigator.mediaDevices.addEventListener("devicechange", relist);
    const forgetBlur = onBlurChange(() => this.followBlur());
    const forgetCapture = onCaptureChange((change) => {
      if (concerns("camera", change)) void this.camera.settingsChanged();
      if (concerns("microphone", change)) void this.microphone.settingsChanged();
    });
    return () => {
      forgetBlur();
      forgetCapture();
      if (hasMediaDevices()) navigator.mediaDevices.removeEventListener("devicechange", relist);
      this.camera.close();
      this.microphone.close();
    };
  }

  private followBlur(): void {
    const { wanted, problem } = readBlur();
    const { track, problem: trouble } = this.camera.view();
    const open = track ? (isBlurred(track) ? "blurred" : "clear") : "other";
    const camera = trouble === "not-blurred" ? "withheld" : open;
    const next = nextInPreview({ camera, wanted, failed: problem !== null });
    if (next === "withhold") this.camera.withhold();
    if (next === "open") void this.camera.open();
  }

  restart = () => {
    const { camera, microphone } = this;
    const together = camera.wanted && microphone.wanted && hasMediaDevices() ? openBoth() : null;
    if (camera.wanted) void camera.open(together?.camera);
    else camera.close();
    if (microphone.wanted) void microphone.open(together?.microphone);
    else microphone.close();
  };

  takeBack = ({ video, audio }: Opened) => {
    this.camera.takeBack(video);
    this.microphone.takeBack(audio);
  };

  handOver = (): Opened | null => {
    const { camera, microphone } = this;
    if (camera.view().opening || microphone.view().opening) return null;
    return { video: camera.handOver(), audio: microphone.handOver() };
  };
}

const ignore = () => undefined;
const notYet = {
  devices: [],
  deviceId: undefined,
  choose: ignore,
  on: true,
  turn: ignore,
  opening: true,
  track: null,
  problem: null,
  silenced: false,
  retry: ignore,
};
const onServer: Snapshot = { camera: notYet, microphone: notYet };
const readOnServer = () => onServer;
