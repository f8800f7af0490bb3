"use client";

import { LocalVideoTrack, type Track } from "livekit-client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useHydrated } from "@/lib/client/browser/use-hydrated";
import { cameraSettings } from "../camera-settings";
import { hasMediaDevices } from "../media-devices";
import { allApplied, sourceOf } from "./apply-capture";
import {
  chooseCapture,
  onCaptureChange,
  readCapture,
  readCaptureOnServer,
} from "./capture-choices";
import { abilitiesOf, type CameraAbilities, type CaptureChoices, linesOf } from "./capture-rules";

/** This person's choices for camera and microphone. */
export const useCaptureChoices = (): CaptureChoices =>
  useSyncExternalStore(onCaptureChange, readCapture, readCaptureOnServer);

export type OpenCamera = {
  /** Null if the browser does not say. */
  abilities: CameraAbilities | null;
  lines: number;
  framesPerSecond: number;
};

export type Capture = {
  choices: CaptureChoices;
  choose: (change: Partial<CaptureChoices>) => void;
  /** What the camera can do and delivers; null while it is off. */
  camera: OpenCamera | null;
  /** Whether the browser can turn this processing of a microphone on and off. */
  supports: { noiseSuppression: boolean; echoCancellation: boolean };
};

/**
 * The settings of camera and microphone.
 *
 * @param media changes with the device in `track`
 */
export function useCapture(track: Track | null, media: unknown): Capture {
  const choices = useCaptureChoices();
  const hydrated = useHydrated();
  const [camera, setCamera] = useState<OpenCamera | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the camera delivers changes with its device and with the choices
  useEffect(() => {
    let left = false;
    void allApplied().then(() => {
      if (!left) setCamera(track instanceof LocalVideoTrack ? openCameraIn(track) : null);
    });
    return () => {
      left = true;
    };
  }, [track, media, choices]);
  return { choices, choose: chooseCapture, camera, supports: hydrated ? supported() : none };
}

function openCameraIn(track: LocalVideoTrack): OpenCamera | null {
  const source = sourceOf(track);
  if (source?.readyState !== "live") return null;
  const settings = cameraSettings(track);
  return {
    abilities: abilitiesOf(source.getCapabilities?.()),
    lines: linesOf(settings),
    framesPerSecond: Math.round(settings.frameRate ?? 0),
  };
}

const none = { noiseSuppression: false, echoCancellation: false };

function supported(): Capture["supports"] {
  if (!hasMediaDevices()) return none;
  const { noiseSuppression, echoCancellation } = navigator.mediaDevices.getSupportedConstraints();
  return {
    noiseSuppression: noiseSuppression === true,
    echoCancellation: echoCancellation === true,
  };
}
