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

export type DeviceAdvice = {
  happened: string;
  next: string;
  /** Whether trying again on this page can help. */
  mayRetry: boolean;
};

/** One plain sentence and one way out. */
export function adviceOn(kind: DeviceKind, problem: DeviceProblem): DeviceAdvice {
  switch (problem) {
    case "refused":
      return {
        happened: `This page may not use your ${kind}.`,
        next: "Allow it in the address bar, then try again.",
        mayRetry: true,
      };
    case "no-device":
      return {
        happened: `No ${kind} was found.`,
        next: "Plug one in, then try again.",
        mayRetry: true,
      };
    case "busy":
      return {
        happened: `Another program is using your ${kind}.`,
        next: "Close it there, then try again.",
        mayRetry: true,
      };
    case "insecure-origin":
      return {
        happened: `Browsers open a ${kind} only on a secure address.`,
        next: "Open this page at its https:// address.",
        mayRetry: false,
      };
    case "failed":
      return {
        happened: `Your ${kind} did not start.`,
        next: "Choose another one, or plug it in again and try again.",
        mayRetry: true,
      };
  }
}

type Permission = PermissionState | "unknown";

/**
 * Whether one device is worth asking for alone after both together were refused: the other one
 * alone may be the forbidden one. Asking somebody again who has just said no is not.
 */
export function worthAskingAlone(own: Permission, other: Permission): boolean {
  if (own === "denied") return false;
  return own === "granted" || other === "denied";
}
