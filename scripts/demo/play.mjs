import { sampleRate, sound } from "./tone.mjs";

/** @typedef {import("./picture.mjs").Picture} Picture */

export const framesASecond = 25;

const frameMs = 1_000 / framesASecond;
const soundMs = 20;
/** Sound is delivered this much before it is heard, so that a late timer causes no gap. */
const aheadMs = 120;

/**
 * The pieces of sound that are due: from where the last one ended, or from now if that is past.
 * @param {number} until when the last piece ended, in ms since 1970
 * @param {number} now
 * @returns {{ pieces: Int16Array[], until: number }}
 */
export function soundDue(until, now) {
  // The clock was set back, or the machine slept: what was delivered no longer counts.
  const from = until < now || until > now + 2 * aheadMs ? now : until;
  const pieces = [];
  let at = from;
  for (; at < now + aheadMs; at += soundMs) {
    const samples = new Int16Array((sampleRate * soundMs) / 1_000);
    sound(samples, at);
    pieces.push(samples);
  }
  return { pieces, until: at };
}

/**
 * @param {number} now
 * @returns {number} the frame whose time is nearest, counted since 1970
 */
export const frameAt = (now) => Math.round(now / frameMs);

/**
 * Plays the card and its tone in time until stopped.
 * @param {import("./test-card.mjs").TestCard} card
 * @param {{ onPicture: (picture: Picture) => void, onSound: (samples: Int16Array) => void }} to
 * @returns {() => void} call it to stop
 */
export function play(card, { onPicture, onSound }) {
  let shown = 0;
  let heard = 0;
  /** @type {NodeJS.Timeout} */
  let timer;
  const tick = () => {
    const now = Date.now();
    const frame = frameAt(now);
    if (frame !== shown) onPicture(card.show(frame * frameMs));
    shown = frame;
    const { pieces, until } = soundDue(heard, now);
    for (const piece of pieces) onSound(piece);
    heard = until;
    timer = setTimeout(tick, Math.max(1, (frame + 1) * frameMs - Date.now()));
  };
  tick();
  return () => clearTimeout(timer);
}
