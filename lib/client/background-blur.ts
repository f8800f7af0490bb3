import type { LocalVideoTrack, Track, TrackProcessor } from "livekit-client";
import { blurAddress } from "@/lib/background-blur/address";
import { canBlur, delegateFor, type Pace, paced, steady } from "./blur-rules";
import { recall, remember } from "./browser-memory";

export type BlurState = {
  /** What the person wants, on every visit from this browser. */
  wanted: boolean;
  /** Why it is not so: this browser has not what it needs, or it did not load or start. */
  problem: BlurProblem | null;
  /** This device takes longer for a picture than a camera does. */
  slow: boolean;
};
export type BlurProblem = "impossible" | "failed";

const name = "background.blur";
const listeners = new Set<() => void>();
const atFirst: BlurState = { wanted: false, problem: null, slow: false };
let state: BlurState | null = null;

export function readBlur(): BlurState {
  state ??= { ...atFirst, wanted: recall("browser", name) === "yes" };
  return state;
}

export const readBlurOnServer = () => atFirst;

export function onBlurChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function become(next: BlurState): void {
  state = next;
  for (const listener of listeners) listener();
}

export function wantBlur(wanted: boolean): void {
  remember("browser", name, wanted ? "yes" : null);
  become({ ...atFirst, wanted });
}

/** Given up rather than tried for ever, and said: the person sees the plain picture, and knows it. */
function giveUp(problem: BlurProblem): void {
  become({ ...atFirst, problem });
}

const needs = () => ({
  canvas: "OffscreenCanvas" in window,
  frames: "VideoFrame" in window,
  streams: "MediaStreamTrackProcessor" in window && "MediaStreamTrackGenerator" in window,
  capture: "captureStream" in HTMLCanvasElement.prototype,
  webgl: hasWebGl(false),
});

function hasWebGl(failIfMajorPerformanceCaveat: boolean): boolean {
  if (!("OffscreenCanvas" in window)) return false;
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2", { failIfMajorPerformanceCaveat });
  // A page has few contexts to give.
  gl?.getExtension("WEBGL_lose_context")?.loseContext();
  return gl !== null;
}

/** Null where blur is not wanted, or cannot be: that is said by `problem`. */
export async function blurProcessor(): Promise<TrackProcessor<Track.Kind.Video> | null> {
  if (!readBlur().wanted) return null;
  if (!canBlur(needs())) {
    giveUp("impossible");
    return null;
  }
  try {
    const [{ BackgroundProcessor }] = await Promise.all([
      import("@livekit/track-processors"),
      ...["vision_wasm_internal.wasm", "person.tflite"].map(load),
    ]);
    return BackgroundProcessor({
      mode: "background-blur",
      assetPaths: {
        tasksVisionFileSet: blurAddress,
        modelAssetPath: `${blurAddress}/person.tflite`,
      },
      segmenterOptions: { delegate: delegateFor({ card: hasWebGl(true) }) },
      onFrameProcessed: watchPace(),
    }) as TrackProcessor<Track.Kind.Video>;
  } catch {
    giveUp("failed");
    return null;
  }
}

/** Into the browser's memory, where the processor finds it; its own failures are hard to tell apart. */
async function load(file: string): Promise<void> {
  const answer = await fetch(`${blurAddress}/${file}`);
  if (!answer.ok) throw new Error(`${file} did not load: ${answer.status}`);
  await answer.arrayBuffer();
}

function watchPace() {
  let pace: Pace = steady;
  return ({ processingTimeMs }: { processingTimeMs: number }) => {
    pace = paced(pace, processingTimeMs);
    const now = readBlur();
    if (now.wanted && now.slow !== pace.slow) become({ ...now, slow: pace.slow });
  };
}

const queues = new WeakMap<LocalVideoTrack, Promise<void>>();

/** Makes a camera's picture be as it is wanted now; one change at a time, and the last wish wins. */
export function settleBlur(track: LocalVideoTrack): Promise<void> {
  const turn = (queues.get(track) ?? Promise.resolve()).then(() => settle(track));
  queues.set(track, turn);
  return turn;
}

async function settle(track: LocalVideoTrack): Promise<void> {
  const blurred = track.getProcessor() !== undefined;
  if (readBlur().wanted === blurred || track.isMuted) return;
  try {
    if (blurred) return await track.stopProcessor(false);
    const processor = await blurProcessor();
    if (processor && !track.isStopped) await track.setProcessor(processor);
  } catch {
    giveUp("failed");
  }
}
