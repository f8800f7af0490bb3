import type { LocalVideoTrack, Track, TrackProcessor } from "livekit-client";
import { blurAddress } from "@/lib/background-blur/address";
import { recall, remember } from "@/lib/client/browser/browser-memory";
import { withTimeout } from "@/lib/client/browser/with-timeout";
import { canBlur, delegateFor, type Pace, paced, steady } from "./blur-rules";

export type BlurState = {
  /** The person's choice, remembered in this browser. */
  wanted: boolean;
  /**
   * Why the blur is not active, and the camera off: this browser lacks something it needs, or it
   * failed to load or start.
   */
  problem: BlurProblem | null;
  /** This device needs longer per frame than a camera takes to deliver one. */
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

/** Thrown when a background should be blurred and is not. Such a camera must not be sent. */
export class NotBlurred extends Error {
  override name = "NotBlurred";
}

/** The choice persists: until the person turns blur off, no camera is sent without it. */
export function blurFailed(problem: BlurProblem = "failed"): NotBlurred {
  const now = readBlur();
  if (now.wanted) become({ ...now, problem });
  return new NotBlurred();
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
  // A page can have only a few contexts.
  gl?.getExtension("WEBGL_lose_context")?.loseContext();
  return gl !== null;
}

/** Clears the problem once the blur works again. */
export function blurWorks(): void {
  const now = readBlur();
  if (now.problem) become({ ...now, problem: null });
}

type Blurring = { processor: TrackProcessor<Track.Kind.Video>; firstPicture: Promise<void> };

/** @throws NotBlurred if this browser lacks something, or if loading failed */
async function startBlurring(): Promise<Blurring> {
  if (!canBlur(needs())) throw blurFailed("impossible");
  const [{ BackgroundProcessor }] = await Promise.all([
    import("@livekit/track-processors"),
    ...["vision_wasm_internal.wasm", "person.tflite"].map(load),
  ]);
  const keepPace = watchPace();
  let seen = () => {};
  const firstPicture = new Promise<void>((resolve) => {
    seen = resolve;
  });
  const processor = BackgroundProcessor({
    mode: "background-blur",
    assetPaths: {
      tasksVisionFileSet: blurAddress,
      modelAssetPath: `${blurAddress}/person.tflite`,
    },
    segmenterOptions: { delegate: delegateFor({ card: hasWebGl(true) }) },
    onFrameProcessed: ({ processingTimeMs }) => {
      seen();
      keepPace(processingTimeMs);
    },
  });
  // The library would pass the very first frame through unblurred to show something sooner.
  processor.transformer.isFirstFrame = false;
  return {
    processor: processor as TrackProcessor<Track.Kind.Video>,
    firstPicture,
  };
}

/**
 * Loads a file into the browser's cache, where the processor finds it. The processor's own load
 * errors are hard to tell apart.
 */
async function load(file: string): Promise<void> {
  const answer = await fetch(`${blurAddress}/${file}`);
  if (!answer.ok) throw new Error(`${file} did not load: ${answer.status}`);
  await answer.arrayBuffer();
}

function watchPace() {
  let pace: Pace = steady;
  return (tookMs: number) => {
    pace = paced(pace, tookMs);
    const now = readBlur();
    if (now.wanted && now.slow !== pace.slow) become({ ...now, slow: pace.slow });
  };
}

const queues = new WeakMap<LocalVideoTrack, Promise<void>>();

/**
 * Applies the current choice to a camera's picture. One change at a time; the latest choice wins.
 *
 * @throws NotBlurred if blur is on but not possible: the caller must not send this camera
 */
export function settleBlur(track: LocalVideoTrack): Promise<void> {
  const before = queues.get(track)?.catch(() => undefined) ?? Promise.resolve();
  const turn = before.then(() => settle(track));
  queues.set(track, turn);
  return turn;
}

export const isBlurred = (track: LocalVideoTrack) => track.getProcessor() !== undefined;

async function settle(track: LocalVideoTrack): Promise<void> {
  const blurred = isBlurred(track);
  // A camera that is off is recreated or restarted when it is turned on (start-camera.ts).
  if (readBlur().wanted === blurred || track.isStopped || track.isMuted) return;
  if (blurred) return track.stopProcessor(false);
  try {
    const { processor, firstPicture } = await startBlurring();
    if (track.isStopped || !readBlur().wanted) return;
    await track.setProcessor(processor);
    await withTimeout(firstPictureMs, firstPicture);
    blurWorks();
  } catch (error) {
    if (!readBlur().wanted) return;
    throw error instanceof NotBlurred ? error : blurFailed();
  }
}

/** Generous, since the slowest devices take seconds. */
const firstPictureMs = 20_000;
