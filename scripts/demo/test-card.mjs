import { tokens, yuv } from "./colours.mjs";
import { Picture } from "./picture.mjs";
import { textMask } from "./text.mjs";
import { beepMs } from "./tone.mjs";

/** @typedef {import("./picture.mjs").Box} Box */
/** @typedef {import("./picture.mjs").Mask} Mask */

export const cardWidth = 1280;
export const cardHeight = 720;

const margin = 64;
const barsHeight = 432;
const lowerHeight = 48;
const textSize = 64;
const textTop = 532;

/** @type {(keyof typeof tokens)[]} from light to dark; the row below runs the other way */
const bars = ["ink", "wait", "ink-soft", "go", "ink-faint", "tally", "edge", "fill-strong"];

const rail = { x: margin, y: 652, width: cardWidth - 2 * margin, height: 2 };
const sliderSize = { width: 48, height: 26 };
const lamp = { x: cardWidth / 2 - 4, y: 632, width: 8, height: 42 };
const periodMs = 2_000;

const title = "Greenroom test card";
const digits = "0123456789:";

const paint = {
  canvas: yuv(tokens.canvas),
  ink: yuv(tokens.ink),
  edge: yuv(tokens.edge),
  go: yuv(tokens.go),
  wait: yuv(tokens.wait),
};

/**
 * Where the slider is: in the middle at each full second, when the beep sounds, so that viewers can see
 * whether picture and sound are in sync.
 * @param {number} ms since 1970
 * @returns {number} its left edge, an even pixel within the rail
 */
export function sliderAt(ms) {
  const phase = ((ms + periodMs / 4) % periodMs) / periodMs;
  const way = phase < 0.5 ? 2 * phase : 2 - 2 * phase;
  return rail.x + 2 * Math.round((way * (rail.width - sliderSize.width)) / 2);
}

/**
 * @param {number} ms since 1970
 * @returns {string} the local time of day
 */
export function clockText(ms) {
  const date = new Date(ms);
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

/** The test card: painted once, then only where something has changed. */
export class TestCard {
  #slider = { x: rail.x, y: rail.y + 1 - sliderSize.height / 2, ...sliderSize };
  #clock = "";
  #digits;

  /** @returns {Promise<TestCard>} */
  static async make() {
    const texts = [title, ...digits];
    const masks = await Promise.all(texts.map((text) => textMask(text, textSize)));
    return new TestCard(new Map(texts.map((text, index) => [text, masks[index]])));
  }

  /** @param {Map<string, Mask | undefined>} texts drawn in advance, so that frames need not wait */
  constructor(texts) {
    this.#digits = texts;
    this.picture = new Picture(cardWidth, cardHeight);
    this.picture.fill({ x: 0, y: 0, width: cardWidth, height: cardHeight }, paint.canvas);
    this.#columns(bars, { y: 0, height: barsHeight });
    this.#columns([...bars].reverse(), { y: barsHeight, height: lowerHeight });
    const drawn = texts.get(title);
    if (drawn) this.picture.stamp(drawn, { x: margin, y: textTop }, paint.ink, paint.canvas);
  }

  /** @param {number} ms since 1970, of the time that it shows */
  show(ms) {
    const { picture } = this;
    const clock = clockText(ms);
    if (clock !== this.#clock) this.#showClock(clock);
    picture.fill(this.#slider, paint.canvas);
    this.#slider.x = sliderAt(ms);
    picture.fill(rail, paint.edge);
    picture.fill(lamp, ms % 1_000 < beepMs ? paint.wait : paint.edge);
    picture.fill(this.#slider, paint.go);
    return picture;
  }

  /** @param {string} clock */
  #showClock(clock) {
    let right = cardWidth - margin;
    for (let place = clock.length - 1; place >= 0; place--) {
      const mask = this.#digits.get(clock[place] ?? "");
      if (!mask) continue;
      right -= mask.width;
      if (clock[place] !== this.#clock[place]) {
        this.picture.stamp(mask, { x: right, y: textTop }, paint.ink, paint.canvas);
      }
    }
    this.#clock = clock;
  }

  /**
   * @param {(keyof typeof tokens)[]} names
   * @param {{ y: number, height: number }} where
   */
  #columns(names, where) {
    const width = cardWidth / names.length;
    for (const [index, name] of names.entries()) {
      this.picture.fill({ x: index * width, width, ...where }, yuv(tokens[name]));
    }
  }
}
