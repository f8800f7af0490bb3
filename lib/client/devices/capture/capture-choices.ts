import { recall, remember } from "@/lib/client/browser/browser-memory";
import { type CaptureChoices, captureFrom, usualCapture } from "./capture-rules";

const name = "capture";
type Listener = (change: Partial<CaptureChoices>) => void;
const listeners = new Set<Listener>();
let choices: CaptureChoices | null = null;

/** This person's choices for camera and microphone, remembered in this browser. */
export function readCapture(): CaptureChoices {
  choices ??= captureFrom(stored());
  return choices;
}

export const readCaptureOnServer = () => usualCapture;

export function onCaptureChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function chooseCapture(change: Partial<CaptureChoices>): void {
  choices = { ...readCapture(), ...change };
  remember("browser", name, JSON.stringify(choices));
  for (const listener of listeners) listener(change);
}

function stored(): unknown {
  try {
    return JSON.parse(recall("browser", name) ?? "null");
  } catch {
    return null;
  }
}
