import "server-only";
import { createHash } from "node:crypto";
import { picturePixelsMax } from "@/lib/contracts/common/limits";
import { drawInTurn } from "./draw-in-turn";
import { redraw } from "./redraw";

const sizes = {
  cover: { width: 1600, height: 900, pixelsMax: picturePixelsMax.chosen },
  frame: { width: 640, height: 640, pixelsMax: picturePixelsMax.frame },
  guest: { width: 320, height: 320, pixelsMax: picturePixelsMax.guest },
  account: { width: 320, height: 320, pixelsMax: picturePixelsMax.chosen, square: true },
  logo: { width: 480, height: 128, pixelsMax: picturePixelsMax.chosen, transparent: true },
  "brand-logo": { width: 480, height: 240, pixelsMax: picturePixelsMax.chosen, transparent: true },
  background: { width: 1920, height: 1080, pixelsMax: picturePixelsMax.chosen, transparent: true },
  overlay: {
    ...{ width: 1920, height: 1080, pixelsMax: picturePixelsMax.chosen, transparent: true },
    seeThrough: true,
  },
} as const;

export type PictureKind = keyof typeof sizes;

/** Redraws the picture at the size of its kind. */
export async function drawPicture(
  given: Uint8Array,
  kind: PictureKind,
  signal: AbortSignal,
): Promise<{ bytes: Buffer; digest: string }> {
  const bytes = await drawInTurn(() => redraw(given, sizes[kind]), signal);
  return { bytes, digest: createHash("sha256").update(bytes).digest("base64url") };
}
