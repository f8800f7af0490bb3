export const sampleRate = 48_000;
export const beepMs = 120;

const pitchHz = 440;
const edgeMs = 5;
/** −30 dB below the maximum of a sample: audible, but not startling in headphones. */
const peak = 32_767 * 10 ** (-30 / 20);

/**
 * How loud the beep is, 0–1: it fades in and out within milliseconds, because a hard edge clicks.
 * @param {number} ms since the full second
 */
export function loudness(ms) {
  const fromEdge = Math.min(ms, beepMs - ms);
  if (fromEdge <= 0) return 0;
  return fromEdge >= edgeMs ? 1 : (1 - Math.cos((Math.PI * fromEdge) / edgeMs)) / 2;
}

/**
 * Writes the sound from one time on: a beep at each full second, silence otherwise.
 * @param {Int16Array} samples
 * @param {number} ms since 1970, of the first sample
 */
export function sound(samples, ms) {
  const first = Math.round((ms % 1_000) * (sampleRate / 1_000));
  for (let index = 0; index < samples.length; index++) {
    const seconds = ((first + index) % sampleRate) / sampleRate;
    const loud = loudness(seconds * 1_000);
    samples[index] = loud && Math.round(peak * loud * Math.sin(2 * Math.PI * pitchHz * seconds));
  }
}
