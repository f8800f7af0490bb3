// A process of its own: one that sends a flood is too busy to measure what the flood does to others.
import { performance } from "node:perf_hooks";
import { setTimeout as pause, setInterval } from "node:timers/promises";
import {
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoCodec,
  VideoFrame,
  VideoSource,
  VideoStream,
} from "@livekit/rtc-node";

/** @typedef {{ path: string, method?: string, headers?: Record<string, string>, body?: string }} Ask */
/**
 * @typedef {object} Plan
 * @property {string} url of the app
 * @property {{ host: string, viewer: string }} tokens
 * @property {Ask[]} asks sent in turn, one at a time
 */
/**
 * What happened since the last report.
 * @typedef {object} Report
 * @property {number} frames that the viewer got
 * @property {number} longestGapMs between two of them
 * @property {number} interruptions of the two connections
 * @property {number} answers
 * @property {number} slowestMs
 * @property {string[]} failures requests that were not answered with success
 */

const width = 160;
const height = 90;
const framesPerSecond = 15;
const asksEveryMs = 600;
const hangsMs = 15_000;

/** @returns {Report} */
const nothing = () => ({
  ...{ frames: 0, longestGapMs: 0, interruptions: 0 },
  ...{ answers: 0, slowestMs: 0, failures: [] },
});
let report = nothing();
let lastFrameAt = performance.now();

function noteGap() {
  const now = performance.now();
  report.longestGapMs = Math.max(report.longestGapMs, Math.round(now - lastFrameAt));
  return now;
}

/** @param {import("@livekit/rtc-node").RemoteTrack} track */
async function watch(track) {
  for await (const _ of new VideoStream(track)) {
    lastFrameAt = noteGap();
    report.frames++;
  }
}

/**
 * @param {string} url
 * @param {string} token
 */
async function enter(url, token) {
  const room = new Room();
  const interrupted = () => void report.interruptions++;
  room.on(RoomEvent.Reconnecting, interrupted).on(RoomEvent.Disconnected, interrupted);
  room.on(RoomEvent.TrackSubscribed, (track) => void watch(track));
  await room.connect(url.replace(/^http/, "ws"), token, { autoSubscribe: true, dynacast: false });
  return room;
}

/** @param {Room} room */
async function turnCameraOn({ localParticipant }) {
  const source = new VideoSource(width, height);
  const track = LocalVideoTrack.createVideoTrack("camera", source);
  const options = new TrackPublishOptions({
    source: TrackSource.SOURCE_CAMERA,
    videoCodec: VideoCodec.VP8,
    simulcast: false,
    videoEncoding: { maxBitrate: 100_000n, maxFramerate: framesPerSecond },
  });
  await localParticipant?.publishTrack(track, options);
  const pixels = new Uint8Array(width * height * 1.5).fill(128);
  const frame = new VideoFrame(pixels, width, height, VideoBufferType.I420);
  for await (const _ of setInterval(1_000 / framesPerSecond)) {
    pixels.fill((Date.now() / 20) % 256, 0, width * height);
    source.captureFrame(frame);
  }
}

/**
 * @param {string} url
 * @param {Ask[]} asks
 */
async function ask(url, asks) {
  for (let turn = 0; ; turn++) {
    // Not at fixed times: after a slow answer, too many would follow at once.
    await pause(asksEveryMs);
    const { path, ...sent } = /** @type {Ask} */ (asks[turn % asks.length]);
    const startedAt = performance.now();
    const signal = AbortSignal.timeout(hangsMs);
    const failure = await fetch(url + path, { ...sent, signal }).then(async (answer) => {
      await answer.arrayBuffer();
      return answer.ok ? null : String(answer.status);
    }, String);
    report.answers++;
    report.slowestMs = Math.max(report.slowestMs, Math.round(performance.now() - startedAt));
    if (failure) report.failures.push(`${sent.method ?? "GET"} ${path}: ${failure}`);
  }
}

process.once("message", async (message) => {
  const { url, tokens, asks } = /** @type {Plan} */ (message);
  process.on("message", () => {
    noteGap();
    process.send?.(report);
    report = nothing();
  });
  await enter(url, tokens.viewer);
  void turnCameraOn(await enter(url, tokens.host));
  void ask(url, asks);
});
process.once("disconnect", () => process.exit());
