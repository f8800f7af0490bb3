import type { Limitation, SendingSample } from "./sending-stats";

/** Upload health between two readings. */
type HealthPoint = {
  kbps: number;
  framesPerSecond: number | null;
  /** 0 to 1, of the packets between the two readings. */
  loss: number;
  roundTripMs: number | null;
};

export type SendHealth = {
  last: SendingSample | null;
  /** Oldest first, at most `kept`. */
  points: readonly HealthPoint[];
  /** What limited the picture at each reading, as many as `points`. */
  limitations: readonly Limitation[];
};

export type Trouble = "nothing-arrives" | "cpu" | "slow" | "loss" | "delay";

export const noHealth: SendHealth = { last: null, points: [], limitations: [] };

/** Two minutes, at one reading every two seconds. */
export const kept = 60;
/** One bad reading is noise; if `most` of the last `judged` are bad, there is a problem. */
const judged = 5;
const most = 3;

/** Adds a reading of totals. Null means nothing is sent, and clears the history. */
export function sendHealth(health: SendHealth, sample: SendingSample | null): SendHealth {
  if (!sample) return noHealth;
  const { last } = health;
  // New tracks restart at zero: a camera was turned on, or the room changed.
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
/** Less than the smallest picture. A resting camera sends nothing, which is fine. */
const nothingKbps = 20;

/** The most serious problem; null if there is none. */
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
