import { MediaDeviceFailure } from "livekit-client";

export type DeviceKind = "camera" | "microphone";

export type DeviceProblem =
  /** The person, the browser or the page's owner said no. */
  | "refused"
  | "no-device"
  /** Another program, or on some systems another tab, has it. */
  | "busy"
  /** Plain http on anything but localhost: the browser hides its devices altogether. */
  | "insecure-origin"
  | "failed";

/** A camera that opened is withheld all the same where its background was to be blurred and is not. */
export type CameraProblem = DeviceProblem | "not-blurred";

/** What a failed `getUserMedia` means (its DOMException, by name: W3C Media Capture and Streams, 10.2). */
export function deviceProblemOf(error: unknown): DeviceProblem {
  if (nameOf(error) === "OverconstrainedError") return "no-device";
  // Firefox says "AbortError: Starting videoinput failed" when another program has the camera.
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

/** Whether trying again on this page can help. */
export const mayRetry = (problem: DeviceProblem): boolean => problem !== "insecure-origin";

type Trouble = { on: boolean; problem: CameraProblem | null };
export type DeviceNote = { about: DeviceKind | "both"; problem: DeviceProblem };

/** What to say of devices that are wanted and did not open: the same of both is said once. A blur says its own. */
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
 * Whether one device is worth asking for alone after both together were refused: the other one
 * alone may be the forbidden one. Asking somebody again who has just said no is not.
 */
export function worthAskingAlone(own: Permission, other: Permission): boolean {
  if (own === "denied") return false;
  return own === "granted" || other === "denied";
}
