export type BlurNeeds = {
  canvas: boolean;
  frames: boolean;
  webgl: boolean;
  /** Frames can be processed as a stream, */
  streams: boolean;
  /** or otherwise drawn on a canvas and captured. */
  capture: boolean;
};

export const canBlur = ({ canvas, frames, webgl, streams, capture }: BlurNeeds): boolean =>
  canvas && frames && webgl && (streams || capture);

/**
 * Without a graphics card WebGL is emulated, and the model runs twenty times as fast on the CPU.
 */
export const delegateFor = ({ card }: { card: boolean }): "GPU" | "CPU" => (card ? "GPU" : "CPU");

export type Pace = { frames: number; meanMs: number; slow: boolean };
export const steady: Pace = { frames: 0, meanMs: 0, slow: false };

const warmUpFrames = 30;
const weight = 0.05;
/**
 * Below fifteen frames a second people see stutter. The lower threshold keeps the warning from
 * flickering.
 */
const slowAboveMs = 66;
const steadyBelowMs = 45;

/** Frame time averaged over the last few seconds: one slow frame does not make a slow device. */
export function paced({ frames, meanMs, slow }: Pace, tookMs: number): Pace {
  const mean = frames === 0 ? tookMs : meanMs + (tookMs - meanMs) * weight;
  const limit = slow ? steadyBelowMs : slowAboveMs;
  return { frames: frames + 1, meanMs: mean, slow: frames >= warmUpFrames && mean > limit };
}

type Standing = {
  /** State of the camera's picture in the preview. */
  camera: "clear" | "blurred" | "withheld" | "other";
  wanted: boolean;
  failed: boolean;
};

/** What to do with a preview's camera after the choice or its outcome changed. */
export function nextInPreview({ camera, wanted, failed }: Standing): "withhold" | "open" | null {
  if (camera === "clear" && wanted && failed) return "withhold";
  return camera === "withheld" && !(wanted && failed) ? "open" : null;
}

/** Whether a stage camera that is off may be turned on as it is. Otherwise it is opened again. */
export const mayGoOn = ({ wanted, blurred }: { wanted: boolean; blurred: boolean }): boolean =>
  wanted === blurred;
