import { expect, type Locator, type Page } from "@playwright/test";

/** Of the fake camera’s 10 a second: more than a first picture and one that was held back. */
const enoughFrames = 4;
const patienceMs = 30_000;

/** Frames decoded and shown since the element got its stream; 0 for an element without a picture. */
const framesOf = (video: Locator) =>
  video.evaluate((element) =>
    element instanceof HTMLVideoElement && element.videoWidth > 1
      ? element.getVideoPlaybackQuality().totalVideoFrames
      : 0,
  );

/** The picture moves: more frames are decoded while watching. An element alone proves nothing. */
export async function expectMovingPicture(video: Locator): Promise<void> {
  await expect(async () => {
    await expect(video).toBeVisible({ timeout: 5_000 });
    // A picture out of view is not sent: a person scrolls to what they want to see.
    await video.scrollIntoViewIfNeeded();
    const before = await framesOf(video);
    await expect
      .poll(() => framesOf(video), { timeout: 4_000, intervals: [100] })
      .toBeGreaterThanOrEqual(before + enoughFrames);
  }).toPass({ timeout: patienceMs });
}

/** The picture is not a single colour: a black rectangle has frames too. */
export async function expectPictureWithContent(video: Locator): Promise<void> {
  await expect.poll(() => coloursIn(video), { timeout: patienceMs }).toBeGreaterThan(1);
}

const coloursIn = (video: Locator) =>
  video.evaluate((element) => {
    const canvas = new OffscreenCanvas(16, 9);
    const painter = canvas.getContext("2d", { willReadFrequently: true });
    if (!painter || !(element instanceof HTMLVideoElement)) return 0;
    painter.drawImage(element, 0, 0, 16, 9);
    const { data } = painter.getImageData(0, 0, 16, 9);
    // Coarse steps, so that encoder noise does not count as a colour.
    const step = (value = 0) => value >> 5;
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += 4) {
      colours.add(`${step(data[at])} ${step(data[at + 1])} ${step(data[at + 2])}`);
    }
    return colours.size;
  });

/** The fake microphone beeps about once a second. */
const listenMs = 1_500;

/**
 * How many voices are audible now: elements that are playing, not muted, and whose stream carries more
 * than silence while listening.
 */
const audibleVoices = (page: Page): Promise<number> =>
  page.evaluate(async (forMs) => {
    const playing = [...document.querySelectorAll("audio, video")].filter(
      (element): element is HTMLMediaElement =>
        element instanceof HTMLMediaElement &&
        !element.paused &&
        !element.muted &&
        element.volume > 0 &&
        element.srcObject instanceof MediaStream &&
        element.srcObject.getAudioTracks().some(({ readyState }) => readyState === "live"),
    );
    const context = new AudioContext();
    await context.resume();
    const ears = playing.map(({ srcObject }) => {
      const ear = context.createAnalyser();
      ear.fftSize = 2048;
      context.createMediaStreamSource(srcObject as MediaStream).connect(ear);
      return { ear, samples: new Float32Array(ear.fftSize), loudest: 0 };
    });
    const until = performance.now() + forMs;
    while (performance.now() < until && ears.some(({ loudest }) => loudest < 0.01)) {
      for (const each of ears) {
        each.ear.getFloatTimeDomainData(each.samples);
        each.loudest = Math.max(each.loudest, ...each.samples.map(Math.abs));
      }
      await new Promise((next) => setTimeout(next, 20));
    }
    await context.close();
    return ears.filter(({ loudest }) => loudest >= 0.01).length;
  }, listenMs);

export async function expectVoices(page: Page, voices: number): Promise<void> {
  await expect.poll(() => audibleVoices(page), { timeout: patienceMs }).toBe(voices);
}

/** How sharp the edges of a picture are, at the smallest size that is sent; 0 without a picture. */
export const sharpnessOf = (video: Locator): Promise<number> =>
  video.evaluate((element) => {
    const [width, height] = [320, 180];
    const painter = new OffscreenCanvas(width, height).getContext("2d");
    if (!painter || !(element instanceof HTMLVideoElement) || !element.videoWidth) return 0;
    painter.drawImage(element, 0, 0, width, height);
    const { data } = painter.getImageData(0, 0, width, height);
    let edges = 0;
    for (let at = 4; at < data.length; at += 4) {
      edges += ((data[at + 1] ?? 0) - (data[at - 3] ?? 0)) ** 2;
    }
    return edges / (width * height);
  });
