/**
 * The server's time in a browser whose own clock may be minutes or days off. Each answer names the
 * second in which it was sent (its `Date` header); what several have in common is exact to a
 * fraction of one.
 */
type Lead = { atLeastMs: number; atMostMs: number };

/** By how much the server's clock is ahead of this browser's; null until an answer came. */
let lead: Lead | null = null;
let asking: Promise<void> | null = null;

export const serverNow = (): number =>
  Date.now() + (lead ? (lead.atLeastMs + lead.atMostMs) / 2 : 0);

/** Learns from one answer; `sentMs` is when the request left, by this browser's clock. */
export function noteServerTime({ headers }: Pick<Response, "headers">, sentMs: number): void {
  const second = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(second)) return;
  const told = { atLeastMs: second - Date.now(), atMostMs: second + 1_000 - sentMs };
  lead = lead ? (inCommon(lead, told) ?? told) : told;
}

/** Null where they contradict each other: one of the clocks was set meanwhile. */
function inCommon(one: Lead, other: Lead): Lead | null {
  const atLeastMs = Math.max(one.atLeastMs, other.atLeastMs);
  const atMostMs = Math.min(one.atMostMs, other.atMostMs);
  return atLeastMs <= atMostMs ? { atLeastMs, atMostMs } : null;
}

/** Begins once the server's time is known. @returns how to stop before that */
export function onceClockSet(begin: () => void): () => void {
  let stopped = false;
  void clockSet().then(() => {
    if (!stopped) begin();
  });
  return () => {
    stopped = true;
  };
}

/** Resolves once the server's time is known; with no answer, this browser's clock has to do. */
export function clockSet(): Promise<void> {
  if (lead) return Promise.resolve();
  asking ??= ask().finally(() => {
    asking = null;
  });
  return asking;
}

/** A small file, since only the answer's header matters. */
async function ask(): Promise<void> {
  const sentMs = Date.now();
  try {
    noteServerTime(await fetch("/icon.svg", { method: "HEAD", cache: "no-store" }), sentMs);
  } catch {
    // Offline.
  }
}
