import { type TrackPublishOptions, VideoPreset, VideoPresets } from "livekit-client";

export type CaptureChoices = {
  /** The camera's lines, as far as it has them. */
  lines: 720 | 1080;
  /** 60 frames a second instead of 30. */
  smooth: boolean;
  /** Upper bound for the camera's picture in kbit/s, all its sizes together. */
  uploadAtMost: number | null;
  /** Whether people see their own picture as in a mirror. Others never do. */
  mirror: boolean;
  noiseSuppression: boolean;
  echoCancellation: boolean;
};

export const usualCapture: CaptureChoices = {
  lines: 720,
  smooth: false,
  uploadAtMost: null,
  mirror: true,
  noiseSuppression: true,
  echoCancellation: true,
};

const concerned = {
  camera: ["lines", "smooth", "uploadAtMost"],
  microphone: ["noiseSuppression", "echoCancellation"],
} as const;

/** Whether a change of the choices concerns an open device. Mirroring concerns none. */
export const concerns = (kind: keyof typeof concerned, change: Partial<CaptureChoices>): boolean =>
  concerned[kind].some((key) => key in change);

/** In kbit/s. The lowest still carries a talking head. */
export const uploadLimits = [1_000, 2_000, 4_000] as const;

/** Reads what a browser has stored, which may be anything. */
export function captureFrom(kept: unknown): CaptureChoices {
  const found: Record<string, unknown> =
    typeof kept === "object" && kept !== null ? { ...kept } : {};
  const { lines, smooth, uploadAtMost, mirror, noiseSuppression, echoCancellation } = found;
  return {
    lines: lines === 1080 ? 1080 : 720,
    smooth: smooth === true,
    uploadAtMost: uploadLimits.find((limit) => limit === uploadAtMost) ?? null,
    mirror: mirror !== false,
    noiseSuppression: noiseSuppression !== false,
    echoCancellation: echoCancellation !== false,
  };
}

export const framesPerSecond = ({ smooth }: Pick<CaptureChoices, "smooth">): number =>
  smooth ? 60 : 30;

export const resolutionOf = (choices: CaptureChoices) => ({
  ...(choices.lines === 1080 ? VideoPresets.h1080 : VideoPresets.h720).resolution,
  frameRate: framesPerSecond(choices),
});

/** What browsers do with a microphone's sound. Isolating a voice is stronger noise suppression. */
export const soundProcessingOf = ({ noiseSuppression, echoCancellation }: CaptureChoices) => ({
  autoGainControl: true,
  noiseSuppression,
  voiceIsolation: noiseSuppression,
  echoCancellation,
});

export type CameraAbilities = { fullHd: boolean; smooth: boolean };

type Range = { max?: number } | undefined;
type Capabilities = { width?: Range; height?: Range; frameRate?: Range };

/** Below this, a camera does not look smoother than at 30. Some report 59.94 for 60. */
const smoothFrom = 50;

/** What a camera can do; null if the browser does not say. */
export function abilitiesOf(capabilities: Capabilities | undefined): CameraAbilities | null {
  const { width, height, frameRate } = capabilities ?? {};
  if (width?.max === undefined || height?.max === undefined) return null;
  return {
    // A phone held upright has its lines along the shorter side.
    fullHd: Math.min(width.max, height.max) >= 1080,
    smooth: (frameRate?.max ?? 0) >= smoothFrom,
  };
}

type Delivered = { width?: number; height?: number; frameRate?: number };

export const linesOf = ({ width = 0, height = 0 }: Delivered): number => Math.min(width, height);

/** Whether a camera delivers what was chosen, as far as it can. */
export function reaches(
  delivered: Delivered,
  { lines, smooth }: Pick<CaptureChoices, "lines" | "smooth">,
  abilities: CameraAbilities | null,
): boolean {
  const sharp = lines < 1080 || !abilities?.fullHd || linesOf(delivered) >= 1080;
  const fluent = !smooth || !abilities?.smooth || (delivered.frameRate ?? smoothFrom) >= smoothFrom;
  return sharp && fluent;
}

/** Twice the frames look as sharp with half as much again: neighbours differ less. */
const smoothFactor = 1.5;

/** As LiveKit chooses it: the bitrate of the first usual size that is not smaller. */
const sizes = [
  VideoPresets.h180,
  VideoPresets.h216,
  VideoPresets.h360,
  VideoPresets.h540,
  VideoPresets.h720,
];
const presetFor = (lines: number) =>
  sizes.find(({ height }) => height >= lines) ?? VideoPresets.h1080;

/**
 * How a camera's picture with so many lines is sent: as chosen, with simulcast layers for viewers
 * with small windows or slow connections. Next to 1080 lines, 180 would be too far a step; next to
 * 720 it is not.
 */
export function cameraOptions(
  lines: number,
  { smooth, uploadAtMost }: Pick<CaptureChoices, "smooth" | "uploadAtMost">,
): TrackPublishOptions {
  const lower =
    lines >= 1080 ? [VideoPresets.h360, VideoPresets.h720] : [VideoPresets.h180, VideoPresets.h360];
  const full = presetFor(lines).encoding.maxBitrate * (smooth ? smoothFactor : 1);
  const whole = lower.reduce((sum, { encoding }) => sum + encoding.maxBitrate, full);
  const share = uploadAtMost === null ? 1 : Math.min(1, (uploadAtMost * 1_000) / whole);
  const part = (bitrate: number) => Math.round(bitrate * share);
  return {
    simulcast: true,
    videoEncoding: { maxBitrate: part(full), maxFramerate: framesPerSecond({ smooth }) },
    videoSimulcastLayers: lower.map(
      ({ width, height, encoding: { maxBitrate, maxFramerate } }) =>
        new VideoPreset(width, height, part(maxBitrate), maxFramerate),
    ),
  };
}
