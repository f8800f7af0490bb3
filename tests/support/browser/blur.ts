import { expect, type Locator } from "@playwright/test";
import type { Persona } from "@/tests/support/browser/people/persona";
import { sharpnessOf } from "./probes";

/** The library reports its progress as errors, and leaks a frame where it does not restart. */
export const blurChatter = /background-blur|vision_wasm|XNNPACK|VideoFrame was garbage collected/;

/**
 * The fake camera's edges are at most a fifth as sharp when blurred; when clear, they vary by half as
 * it moves and as smaller pictures are sent. No picture at all does not count as blurred.
 */
const limit = 0.4;
export const isBlurred = (picture: Locator, clear: number) =>
  expect
    .poll(async () => (await sharpnessIn(picture)) || clear, { timeout: 40_000 })
    .toBeLessThan(clear * limit);
export const isClear = (picture: Locator, clear: number) =>
  expect.poll(() => sharpnessIn(picture), { timeout: 40_000 }).toBeGreaterThan(clear * limit);
const sharpnessIn = async (picture: Locator) =>
  (await picture.isVisible()) ? sharpnessOf(picture) : 0;

export const blurSwitch = ({ page }: Persona) =>
  page.getByRole("switch", { name: "Blur background" });
