import { startTransition } from "react";

/** By then a page shows what is true, however busy it is with the picture. */
export const drawnByMs = 300;

/**
 * Has a page drawn anew between what LiveKit's client does for a picture that an audience waits for:
 * between two of its messages, not before them.
 *
 * @param tell tells the state; twice is as good as once
 * @returns how to leave it at what was drawn
 */
export function drawBetween(tell: () => void): () => void {
  startTransition(tell);
  // A transition alone could be put off by every beat of a level meter.
  const timer = setTimeout(tell, drawnByMs);
  return () => clearTimeout(timer);
}
