import { cameraOpenings, stampCamera } from "./camera";
import { nextPicture, readFrames, watchPictures } from "./pictures";
import { textShown } from "./text-shown";

/** What a page notes about itself, to be asked for from outside. */
export type Observer = {
  /** When the button of that name was last pressed, in milliseconds since 1970. */
  pressedAt: (button: string) => number | null;
  cameraOpenings: readonly number[];
  nextPicture: typeof nextPicture;
  readFrames: typeof readFrames;
  textShown: typeof textShown;
};

export type ObservedWindow = typeof globalThis & { benchObserver: Observer };

const presses = new Map<string, number>();

function notePresses(): void {
  const note = (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    const name = button.getAttribute("aria-label") ?? button.textContent.trim();
    // From when the browser got the press, not from when the page found time for it.
    presses.set(name, Date.now() - performance.now() + event.timeStamp);
  };
  addEventListener("click", note, { capture: true });
}

stampCamera();
watchPictures();
notePresses();
(globalThis as ObservedWindow).benchObserver = {
  pressedAt: (button) => presses.get(button) ?? null,
  cameraOpenings,
  nextPicture,
  readFrames,
  textShown,
};
