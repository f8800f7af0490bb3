/**
 * The server's time, in browsers whose own clock may be minutes or days off. Each response names
 * the second it was sent (its `Date` header); intersecting several narrows it to a fraction of a
 * second.
 */
type Lead = { atLeastMs: number; atMostMs: number };

/** How far the server's clock is ahead of this browser's; null until a response arrived. */
let lead: Lead | null = null;
let asking: Promise<void> | null = null;

export const serverNow = (): number =>
  Date.now() + (lead ? (lead.atLeastMs + lead.atMostMs) / 2 : 0);

/** Learns from one response. `sentMs` is when the request was sent, by this browser's clock. */
export function noteServerTime({ headers }: Pick<Response, "headers">, sentMs: number): void {
  const second = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(second)) return;
  const told = { atLeastMs: second - Date.now(), atMostMs: second + 1_000 - sentMs };
  lead = lead ? (inCommon(lead, told) ?? told) : told;
}

/** Null if they contradict each other: one of the clocks was changed meanwhile. */
function inCommon(one: Lead, other: Lead): Lead | null {
  const atLeastMs = Math.max(one.atLeastMs, other.atLeastMs);
  const atMostMs = Math.min(one.atMostMs, other.atMostMs);
  return atLeastMs <= atMostMs ? { atLeastMs, atMostMs } : null;
}

/** Runs `begin` once the server's time is known. @returns cancels it before that */
export function onceClockSet(begin: () => void): () => void {
  let stopped = false;
  void clockSet().then(() => {
    if (!stopped) begin();
  });
  return () => {
    stopped = true;
  };
}

/** Resolves once the server's time is known. Without a response, this browser's clock is used. */
export function clockSet(): Promise<void> {
  if (lead) return Promise.resolve();
  asking ??= ask().finally(() => {
    asking = null;
  });
  return asking;
}

/** A small file, since only the response header matters. */
async function ask(): Promise<void> {
  const sentMs = Date.now();
  try {
    noteServerTime(await fetch("/icon.svg", { method: "HEAD", cache: "no-store" }), sentMs);
  } catch {
    // Offline.
  }
}
