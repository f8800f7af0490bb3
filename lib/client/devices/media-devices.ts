import {
  type AudioCaptureOptions,
  createLocalAudioTrack,
  createLocalTracks,
  createLocalVideoTrack,
  type LocalAudioTrack,
  LocalVideoTrack,
  type VideoCaptureOptions,
} from "livekit-client";
import { recall, remember } from "@/lib/client/browser/browser-memory";
import { say } from "@/lib/client/server-api/say";
import { NotBlurred, settleBlur } from "./background-blur";
import { readCapture } from "./capture/capture-choices";
import { resolutionOf, soundProcessingOf } from "./capture/capture-rules";
import { type DeviceKind, deviceProblemOf, worthAskingAlone } from "./device-problem";

export type MediaDevice = { id: string; label: string };

export const rememberedDevice = (kind: DeviceKind) => recall("browser", `${kind}.device`);
export const rememberDevice = (kind: DeviceKind, id: string) =>
  remember("browser", `${kind}.device`, id);

/**
 * Off survives a reload, so that nobody is seen or heard again unexpectedly. New visits start with
 * on.
 */
export const rememberedOn = (kind: DeviceKind) => recall("tab", `${kind}.off`) === null;
export const rememberOn = (kind: DeviceKind, on: boolean) =>
  remember("tab", `${kind}.off`, on ? null : "yes");

/** False over plain http, where browsers have no `navigator.mediaDevices`. */
export const hasMediaDevices = () =>
  (navigator as { mediaDevices?: MediaDevices }).mediaDevices !== undefined;

/** Labels are empty until the person has allowed the kind once; those devices are left out. */
export async function listDevices(wantedKind: DeviceKind): Promise<MediaDevice[]> {
  const wanted = wantedKind === "camera" ? "videoinput" : "audioinput";
  const all = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return (
    all
      // Windows lists its default device for calls a second time, as "communications".
      .filter(({ kind, deviceId }) => kind === wanted && deviceId && deviceId !== "communications")
      .map(({ deviceId, label }, index) => ({
        id: deviceId,
        label: label || say(`devices.${wantedKind}-number`, { number: index + 1 }),
      }))
  );
}

/** Prefers the remembered device, so that a missing one falls back to the browser's choice. */
function preferredDevice(kind: DeviceKind): { deviceId?: { ideal: string } } {
  const id = rememberedDevice(kind);
  return id ? { deviceId: { ideal: id } } : {};
}

export const cameraCapture = (): VideoCaptureOptions => ({
  ...preferredDevice("camera"),
  resolution: resolutionOf(readCapture()),
});
export const microphoneCapture = (): AudioCaptureOptions => ({
  ...preferredDevice("microphone"),
  ...soundProcessingOf(readCapture()),
});

export const openCamera = async () => blurred(await createLocalVideoTrack(cameraCapture()));
export const openMicrophone = () => createLocalAudioTrack(microphoneCapture());

/**
 * Opens both with one permission prompt. If that fails, opens each alone, so that one may still
 * work.
 */
export function openBoth(): {
  camera: Promise<LocalVideoTrack>;
  microphone: Promise<LocalAudioTrack>;
} {
  const both = createLocalTracks({
    video: cameraCapture(),
    audio: microphoneCapture(),
  });
  const pick = async <T>(
    kind: DeviceKind,
    found: (tracks: object[]) => T | Promise<T>,
    alone: () => Promise<T>,
  ) => {
    try {
      return await found(await both);
    } catch (error) {
      if (error instanceof NotBlurred) throw error;
      if (deviceProblemOf(error) === "refused" && !(await mayAskAlone(kind))) throw error;
      return alone();
    }
  };
  const isCamera = (track: object) => track instanceof LocalVideoTrack;
  return {
    camera: pick(
      "camera",
      (tracks) => blurred(tracks.find(isCamera) as LocalVideoTrack),
      openCamera,
    ),
    microphone: pick(
      "microphone",
      (tracks) => tracks.find((track) => !isCamera(track)) as LocalAudioTrack,
      openMicrophone,
    ),
  };
}

/**
 * Blurred before it is shown: a background that should be hidden must never appear, not even
 * briefly.
 */
async function blurred(camera: LocalVideoTrack): Promise<LocalVideoTrack> {
  try {
    await settleBlur(camera);
    return camera;
  } catch (error) {
    camera.stop();
    throw error;
  }
}

async function mayAskAlone(kind: DeviceKind): Promise<boolean> {
  const other = kind === "camera" ? "microphone" : "camera";
  return worthAskingAlone(await permissionFor(kind), await permissionFor(other));
}

async function permissionFor(kind: DeviceKind): Promise<PermissionState | "unknown"> {
  try {
    return (await navigator.permissions.query({ name: kind as PermissionName })).state;
  } catch {
    return "unknown";
  }
}
