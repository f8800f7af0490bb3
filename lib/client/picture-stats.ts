/** The parts of a `RTCStatsReport` that are read here (W3C WebRTC Statistics), by its `type`. */
type Stat = { type: string; id: string; [field: string]: unknown };

/** Counters at one moment; what is shown is what happened between two. */
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
  /** From the frame's capture to its turn on the screen; null where the browser does not say. */
  captureDelayMs: number | null;
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
  delay: { from: "camera" | "server"; ms: number } | null;
};

const numberAt = (stat: Stat | undefined, field: string): number | null => {
  const value = stat?.[field];
  return typeof value === "number" ? value : null;
};

/** Null until the receiver has something to say. */
export function sampleOf(report: Iterable<Stat>): Sample | null {
  const stats = [...report];
  const inbound = stats.find(({ type, kind }) => type === "inbound-rtp" && kind === "video");
  if (!inbound) return null;
  const codec = stats.find(({ id }) => id === inbound.codecId);
  const pair = stats.find(({ type, nominated }) => type === "candidate-pair" && nominated === true);
  const roundTrip = numberAt(pair, "currentRoundTripTime");
  const roundTripMs = roundTrip === null ? null : roundTrip * 1000;
  const sent = stats.find(({ type, kind }) => type === "remote-outbound-rtp" && kind === "video");
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
    captureDelayMs: captureDelay(inbound, sent, roundTripMs),
  };
}

/** Between the epochs of NTP (1900) and Unix (1970). */
const ntpToUnixMs = 2_208_988_800_000;

const unixMs = (ms: number) => (ms > ntpToUnixMs ? ms - ntpToUnixMs : ms);

/**
 * `estimatedPlayoutTimestamp` is when the frame on the screen was captured, by the host's clock. A
 * sender report bears that same clock, so that its arrival here gives how far apart the two clocks
 * are, but for the report's own way, of which half a round trip is known. What stays unknown, and is
 * left out, is the way from the host to the server.
 */
function captureDelay(
  inbound: Stat,
  report: Stat | undefined,
  roundTripMs: number | null,
): number | null {
  const captured = numberAt(inbound, "estimatedPlayoutTimestamp");
  const at = numberAt(inbound, "timestamp");
  const reported = numberAt(report, "remoteTimestamp");
  const arrived = numberAt(report, "timestamp");
  if (captured === null || at === null || reported === null || arrived === null) return null;
  const apart = arrived - unixMs(reported) - (roundTripMs ?? 0) / 2;
  return at - (unixMs(captured) + apart);
}

/**
 * What happened between two samples. Where the way from the camera cannot be known, half a round
 * trip and the buffer can, and are said to be no more than that.
 */
export function statsBetween(before: Sample | null, after: Sample): PictureStats {
  const { width, height, framesPerSecond, codec, roundTripMs, captureDelayMs } = after;
  const seconds = before ? (after.atMs - before.atMs) / 1000 : 0;
  const received = after.received - (before?.received ?? 0);
  const lost = Math.max(0, after.lost - (before?.lost ?? 0));
  const frames = after.buffered - (before?.buffered ?? 0);
  const waited = after.bufferSeconds - (before?.bufferSeconds ?? 0);
  const bufferMs = frames > 0 ? (waited / frames) * 1000 : null;
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
    delay: delayOf(captureDelayMs, roundTripMs, bufferMs),
  };
}

/** A clock that is set between two reports gives nonsense for a moment. */
const sensibleMs = (ms: number) => ms > 0 && ms < 60_000;

function delayOf(
  captureDelayMs: number | null,
  roundTripMs: number | null,
  bufferMs: number | null,
): PictureStats["delay"] {
  if (captureDelayMs !== null && sensibleMs(captureDelayMs)) {
    return { from: "camera", ms: captureDelayMs };
  }
  if (roundTripMs === null || bufferMs === null) return null;
  return { from: "server", ms: roundTripMs / 2 + bufferMs };
}
