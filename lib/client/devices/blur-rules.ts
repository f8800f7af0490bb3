export type BlurNeeds = {
  canvas: boolean;
  frames: boolean;
  webgl: boolean;
  /** Frames are changed in a stream of their own, */
  streams: boolean;
  /** or, where a browser has none, drawn and captured. */
  capture: boolean;
};

export const canBlur = ({ canvas, frames, webgl, streams, capture }: BlurNeeds): boolean =>
  canvas && frames && webgl && (streams || capture);

/** Without a graphics card WebGL is imitated, and the model is twenty times as fast without it. */
export const delegateFor = ({ card }: { card: boolean }): "GPU" | "CPU" => (card ? "GPU" : "CPU");

export type Pace = { frames: number; meanMs: number; slow: boolean };
export const steady: Pace = { frames: 0, meanMs: 0, slow: false };

const warmUpFrames = 30;
const weight = 0.05;
/** Fewer than fifteen pictures a second are seen as a stutter; it must be well over before that is taken back. */
const slowAboveMs = 66;
const steadyBelowMs = 45;

/** How long a picture takes, over the last few seconds: one slow picture is no slow device. */
export function paced({ frames, meanMs, slow }: Pace, tookMs: number): Pace {
  const mean = frames === 0 ? tookMs : meanMs + (tookMs - meanMs) * weight;
  const limit = slow ? steadyBelowMs : slowAboveMs;
  return { frames: frames + 1, meanMs: mean, slow: frames >= warmUpFrames && mean > limit };
}

type Standing = {
  /** What the preview has of the camera. */
  camera: "clear" | "blurred" | "withheld" | "other";
  wanted: boolean;
  failed: boolean;
};

/** What becomes of a camera in the preview once the wish, or what came of it, has changed. */
export function nextInPreview({ camera, wanted, failed }: Standing): "withhold" | "open" | null {
  if (camera === "clear" && wanted && failed) return "withhold";
  return camera === "withheld" && !(wanted && failed) ? "open" : null;
}

/** Whether a camera that is on stage, and off, may go on as it is; else it is opened anew. */
export const mayGoOn = ({ wanted, blurred }: { wanted: boolean; blurred: boolean }): boolean =>
  wanted === blurred;
