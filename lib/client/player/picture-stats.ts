/** The parts of an `RTCStatsReport` used here (W3C WebRTC Statistics), by `type`. */
type Stat = { type: string; id: string; [field: string]: unknown };

/** Counters at one moment. The displayed values are differences between two samples. */
export type Sample = {
  atMs: number;
  bytes: number;
  received: number;
  lost: number;
  bufferSeconds: number;
  buffered: number;
  width: number | null;
  height: number | null;
  framesPerSecond: number | null;
  codec: string | null;
  roundTripMs: number | null;
};

export type PictureStats = {
  width: number | null;
  height: number | null;
  framesPerSecond: number | null;
  codec: string | null;
  kbitPerSecond: number | null;
  lostPercent: number | null;
  roundTripMs: number | null;
  bufferMs: number | null;
  /** From the server to the screen. */
  delayMs: number | null;
};

const numberAt = (stat: Stat | undefined, field: string): number | null => {
  const value = stat?.[field];
  return typeof value === "number" ? value : null;
};

/** Null until the receiver reports anything. */
export function sampleOf(report: Iterable<Stat>): Sample | null {
  const stats = [...report];
  const inbound = stats.find(({ type, kind }) => type === "inbound-rtp" && kind === "video");
  if (!inbound) return null;
  const codec = stats.find(({ id }) => id === inbound.codecId);
  const pair = stats.find(({ type, nominated }) => type === "candidate-pair" && nominated === true);
  const roundTrip = numberAt(pair, "currentRoundTripTime");
  const roundTripMs = roundTrip === null ? null : roundTrip * 1000;
  const mime = codec?.mimeType;
  return {
    atMs: numberAt(inbound, "timestamp") ?? 0,
    bytes: numberAt(inbound, "bytesReceived") ?? 0,
    received: numberAt(inbound, "packetsReceived") ?? 0,
    lost: numberAt(inbound, "packetsLost") ?? 0,
    bufferSeconds: numberAt(inbound, "jitterBufferDelay") ?? 0,
    buffered: numberAt(inbound, "jitterBufferEmittedCount") ?? 0,
    width: numberAt(inbound, "frameWidth"),
    height: numberAt(inbound, "frameHeight"),
    framesPerSecond: numberAt(inbound, "framesPerSecond"),
    codec: typeof mime === "string" ? mime.replace("video/", "") : null,
    roundTripMs,
  };
}

/**
 * The difference between two samples. `shownAfterMs` is the time from a frame's arrival to its
 * display. `delayMs` adds half a round trip, so it starts at the server: a browser learns the
 * capture time only from an RTP extension that hosts' browsers do not send by default.
 */
export function statsBetween(
  before: Sample | null,
  after: Sample,
  shownAfterMs: number | null,
): PictureStats {
  const { width, height, framesPerSecond, codec, roundTripMs } = after;
  const seconds = before ? (after.atMs - before.atMs) / 1000 : 0;
  const received = after.received - (before?.received ?? 0);
  const lost = Math.max(0, after.lost - (before?.lost ?? 0));
  const frames = after.buffered - (before?.buffered ?? 0);
  const waited = after.bufferSeconds - (before?.bufferSeconds ?? 0);
  const bufferMs = frames > 0 ? (waited / frames) * 1000 : null;
  const hereMs = shownAfterMs ?? bufferMs;
  return {
    width,
    height,
    framesPerSecond,
    codec,
    kbitPerSecond:
      before && seconds > 0 ? ((after.bytes - before.bytes) * 8) / 1000 / seconds : null,
    lostPercent: received + lost > 0 ? (lost / (received + lost)) * 100 : null,
    roundTripMs,
    bufferMs,
    delayMs: roundTripMs === null || hereMs === null ? null : roundTripMs / 2 + hereMs,
  };
}
