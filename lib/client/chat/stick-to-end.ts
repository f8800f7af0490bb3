/** Closer to the end than this counts as at the end. */
const slackPx = 48;

/** The scroll position of an element. */
type Sight = Pick<Element, "scrollTop" | "scrollHeight" | "clientHeight">;

/** Whether the list sticks to its end, and its scroll position when last read. */
export type Stick = { sticks: boolean; top: number };

export const stuck: Stick = { sticks: true, top: 0 };

/**
 * The state after a scroll. Only scrolling up leaves the end: a list that has grown since it was
 * scrolled is far from its end too, but the reader has not moved.
 */
export function afterScroll({ sticks, top }: Stick, sight: Sight): Stick {
  const left = sight.scrollHeight - sight.scrollTop - sight.clientHeight;
  const atEnd = left < slackPx;
  const movedUp = sight.scrollTop < top;
  return { sticks: atEnd || (sticks && !movedUp), top: sight.scrollTop };
}
