/** Nearer to the end than this counts as being there. */
const slackPx = 48;

/** What a scrolled element says of itself. */
type Sight = Pick<Element, "scrollTop" | "scrollHeight" | "clientHeight">;

/** Whether the list stays at its end, and how far down it was at the last look. */
export type Stick = { sticks: boolean; top: number };

export const stuck: Stick = { sticks: true, top: 0 };

/**
 * After a scroll. Only somebody who moves up leaves the end: a list that has grown since the scroll
 * which brought it there is far from its end as well, and nobody has left it.
 */
export function afterScroll({ sticks, top }: Stick, sight: Sight): Stick {
  const left = sight.scrollHeight - sight.scrollTop - sight.clientHeight;
  const atEnd = left < slackPx;
  const movedUp = sight.scrollTop < top;
  return { sticks: atEnd || (sticks && !movedUp), top: sight.scrollTop };
}
