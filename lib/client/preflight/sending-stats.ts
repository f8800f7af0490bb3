export type Limitation = "none" | "cpu" | "bandwidth" | "other";

/**
 * One reading of what this browser sends, camera and microphone together. Counts are totals since
 * the start.
 */
export type SendingSample = {
  atMs: number;
  bytesSent: number;
  packetsSent: number;
  packetsLost: number;
  /** The browser's bandwidth estimate in kbit/s. */
  carriesKbps: number | null;
  roundTripMs: number | null;
  /** Of the largest picture sent; null without one. */
  picture: { width: number; height: number; framesPerSecond: number } | null;
  /**
   * The camera is on, but LiveKit requests none of its layers because nobody watches (dynacast).
   */
  resting: boolean;
  /** The number of layers sent at once. */
  layers: number;
  limitation: Limitation;
};

export const sendingStart: SendingSample = {
  atMs: 0,
  bytesSent: 0,
  packetsSent: 0,
  packetsLost: 0,
  carriesKbps: null,
  roundTripMs: null,
  picture: null,
  resting: false,
  layers: 0,
  limitation: "none",
};

type Reports = Iterable<Iterable<[string, Stat]> | undefined>;
/** The fields used here, from W3C's "Identifiers for WebRTC's Statistics API". */
export type Stat = {
  type: string;
  timestamp?: number;
  kind?: string;
  active?: boolean;
  bytesSent?: number;
  packetsSent?: number;
  packetsLost?: number;
  roundTripTime?: number;
  currentRoundTripTime?: number;
  availableOutgoingBitrate?: number;
  nominated?: boolean;
  frameWidth?: number;
  frameHeight?: number;
  framesPerSecond?: number;
  qualityLimitationReason?: string;
};

/** The reports of all tracks, added to `start`. */
export function readSending(reports: Reports, start: SendingSample): SendingSample {
  const sample = { ...start };
  for (const report of reports) {
    for (const [, stat] of report ?? []) add(sample, stat);
  }
  return sample;
}

function add(sample: SendingSample, stat: Stat): void {
  sample.atMs = Math.max(sample.atMs, stat.timestamp ?? 0);
  if (stat.type === "outbound-rtp") addOutbound(sample, stat);
  if (stat.type === "remote-inbound-rtp") {
    sample.packetsLost += Math.max(0, stat.packetsLost ?? 0);
    sample.roundTripMs = most(sample.roundTripMs, inMs(stat.roundTripTime));
  }
  if (stat.type === "candidate-pair" && stat.nominated) {
    const { availableOutgoingBitrate: bps, currentRoundTripTime } = stat;
    if (bps !== undefined) sample.carriesKbps = Math.round(bps / 1_000);
    sample.roundTripMs ??= inMs(currentRoundTripTime);
  }
}

function addOutbound(sample: SendingSample, stat: Stat): void {
  sample.bytesSent += stat.bytesSent ?? 0;
  sample.packetsSent += stat.packetsSent ?? 0;
  if (stat.kind !== "video") return;
  sample.resting = sample.layers === 0;
  // Layers that nobody watches are off and say nothing about the connection.
  const { frameWidth: width, frameHeight: height, framesPerSecond = 0 } = stat;
  if (stat.active === false || !width || !height || framesPerSecond === 0) return;
  sample.layers += 1;
  sample.resting = false;
  if (!sample.picture || height > sample.picture.height) {
    sample.picture = { width, height, framesPerSecond: Math.round(framesPerSecond) };
  }
  sample.limitation = worse(sample.limitation, stat.qualityLimitationReason);
}

const inMs = (seconds: number | undefined) =>
  seconds === undefined ? null : Math.round(seconds * 1_000);

const most = (one: number | null, other: number | null) =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

const order: readonly Limitation[] = ["none", "other", "bandwidth", "cpu"];

function worse(before: Limitation, said: string | undefined): Limitation {
  const now = order.find((each) => each === said) ?? "none";
  return order.indexOf(now) > order.indexOf(before) ? now : before;
}
