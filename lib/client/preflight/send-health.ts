import type { Limitation, SendingSample } from "./sending-stats";

/** How sending goes between two readings. */
type HealthPoint = {
  kbps: number;
  framesPerSecond: number | null;
  /** 0 to 1, of the packets of this stretch. */
  loss: number;
  roundTripMs: number | null;
};

export type SendHealth = {
  last: SendingSample | null;
  /** Oldest first, at most `kept`. */
  points: readonly HealthPoint[];
  /** What limited the picture, reading by reading, as many as `points`. */
  limitations: readonly Limitation[];
};

export type Trouble = "nothing-arrives" | "cpu" | "slow" | "loss" | "delay";

export const noHealth: SendHealth = { last: null, points: [], limitations: [] };

/** Two minutes, at a reading every two seconds. */
export const kept = 60;
/** One bad reading is weather; most of the last so many are a trouble. */
const judged = 5;
const most = 3;

/** Takes in a reading of totals; null when nothing is sent any more, and all is forgotten. */
export function sendHealth(health: SendHealth, sample: SendingSample | null): SendHealth {
  if (!sample) return noHealth;
  const { last } = health;
  // New tracks count from nothing again: a camera was switched on, or the room is another.
  if (!last || sample.bytesSent < last.bytesSent || sample.atMs <= last.atMs) {
    return { ...health, last: sample };
  }
  return {
    last: sample,
    points: [...health.points, pointBetween(last, sample)].slice(-kept),
    limitations: [...health.limitations, sample.limitation].slice(-kept),
  };
}

function pointBetween(last: SendingSample, sample: SendingSample): HealthPoint {
  const lost = Math.max(0, sample.packetsLost - last.packetsLost);
  const sent = Math.max(1, sample.packetsSent - last.packetsSent);
  return {
    kbps: Math.round(((sample.bytesSent - last.bytesSent) * 8) / (sample.atMs - last.atMs)),
    framesPerSecond: sample.picture?.framesPerSecond ?? null,
    loss: Math.min(1, lost / sent),
    roundTripMs: sample.roundTripMs,
  };
}

const muchLoss = 0.04;
const muchDelayMs = 400;
/** Less than the smallest picture. A camera that rests sends nothing, and rightly. */
const nothingKbps = 20;

/** The one trouble worth a sentence, the gravest first; null while all is well. */
export function troubleOf({ points, limitations }: SendHealth): Trouble | null {
  if (points.length < most) return null;
  const recent = points.slice(-judged);
  const often = (bad: (point: HealthPoint) => boolean) => recent.filter(bad).length >= most;
  const limitedBy = (what: Limitation) =>
    limitations.slice(-judged).filter((each) => each === what).length >= most;
  if (often(({ kbps, framesPerSecond }) => framesPerSecond !== null && kbps < nothingKbps))
    return "nothing-arrives";
  if (often(({ loss }) => loss > muchLoss)) return "loss";
  if (limitedBy("cpu")) return "cpu";
  if (limitedBy("bandwidth")) return "slow";
  return often(({ roundTripMs }) => (roundTripMs ?? 0) > muchDelayMs) ? "delay" : null;
}
