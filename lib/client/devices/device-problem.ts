import { MediaDeviceFailure } from "livekit-client";

export type DeviceKind = "camera" | "microphone";

export type DeviceProblem =
  /** Denied by the person, the browser or a policy. */
  | "refused"
  | "no-device"
  /** In use by another program, or on some systems by another tab. */
  | "busy"
  /** Plain http on anything but localhost: the browser hides all devices. */
  | "insecure-origin"
  | "failed";

/** A camera that opened is withheld if its background should be blurred and is not. */
export type CameraProblem = DeviceProblem | "not-blurred";

/**
 * Maps a failed `getUserMedia` to a problem, by DOMException name (W3C Media Capture and Streams,
 * 10.2).
 */
export function deviceProblemOf(error: unknown): DeviceProblem {
  if (nameOf(error) === "OverconstrainedError") return "no-device";
  // Firefox throws "AbortError: Starting videoinput failed" when another program uses the camera.
  if (nameOf(error) === "AbortError") return "busy";
  switch (MediaDeviceFailure.getFailure(error)) {
    case MediaDeviceFailure.PermissionDenied:
      return "refused";
    case MediaDeviceFailure.NotFound:
      return "no-device";
    case MediaDeviceFailure.DeviceInUse:
      return "busy";
    default:
      return "failed";
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : undefined);

export const cameraProblemOf = (error: unknown): CameraProblem =>
  nameOf(error) === "NotBlurred" ? "not-blurred" : deviceProblemOf(error);

/** Whether retrying on this page can help. */
export const mayRetry = (problem: DeviceProblem): boolean => problem !== "insecure-origin";

type Trouble = { on: boolean; problem: CameraProblem | null };
export type DeviceNote = { about: DeviceKind | "both"; problem: DeviceProblem };

/**
 * Notes about enabled devices that did not open. If both have the same problem, one note covers
 * them. Blur problems are reported separately.
 */
export function deviceNotes(camera: Trouble, microphone: Trouble): DeviceNote[] {
  const ofCamera = troubleOf(camera);
  const ofMicrophone = troubleOf(microphone);
  if (ofCamera && ofCamera === ofMicrophone) return [{ about: "both", problem: ofCamera }];
  return [
    ...(ofCamera ? [{ about: "camera" as const, problem: ofCamera }] : []),
    ...(ofMicrophone ? [{ about: "microphone" as const, problem: ofMicrophone }] : []),
  ];
}

const troubleOf = ({ on, problem }: Trouble): DeviceProblem | null =>
  on && problem !== "not-blurred" ? problem : null;

type Permission = PermissionState | "unknown";

/**
 * Whether to request one device alone after a request for both was refused: only the other one may
 * be blocked. A person who has just declined is not asked again.
 */
export function worthAskingAlone(own: Permission, other: Permission): boolean {
  if (own === "denied") return false;
  return own === "granted" || other === "denied";
}
