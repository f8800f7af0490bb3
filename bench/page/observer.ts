import { cameraOpenings, stampCamera } from "./camera";
import { nextPicture, readFrames, watchPictures } from "./pictures";
import { textShown } from "./text-shown";

/** The measurements a page takes of itself, to be read from outside. */
export type Observer = {
  /** When the button with that name was last clicked, in milliseconds since 1970. */
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
    // The time when the browser received the click, not when the page handled it.
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
