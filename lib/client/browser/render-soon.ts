import { startTransition } from "react";

/**
 * The page shows the current state after this long at the latest, however busy it is with the
 * picture.
 */
export const renderedByMs = 300;

/**
 * Re-renders the page between the tasks of LiveKit's client instead of before them, while an
 * audience is waiting for the picture.
 *
 * @param tell updates the state; calling it twice must be harmless
 * @returns cancels the pending render
 */
export function renderSoon(tell: () => void): () => void {
  startTransition(tell);
  // Without a deadline, every tick of a level meter could postpone the transition.
  const timer = setTimeout(tell, renderedByMs);
  return () => clearTimeout(timer);
}
