import { expect, type Locator, type Page } from "@playwright/test";

export type ChosenFile = { name: string; mimeType: string; buffer: Buffer };

/** A video of so many seconds that a browser records: half of it red, then blue, with a tone. */
export async function recordVideo(page: Page, seconds = 4): Promise<ChosenFile> {
  const encoded = await page.evaluate(async (lasts) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 360 });
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("the page cannot draw");
    const context = new AudioContext();
    const tone = new OscillatorNode(context, { frequency: 440 });
    const sound = context.createMediaStreamDestination();
    tone.connect(sound);
    tone.start();
    const startMs = performance.now();
    const draw = () => {
      const at = (performance.now() - startMs) / 1_000;
      pen.fillStyle = at < lasts / 2 ? "rgb(220 0 0)" : "rgb(0 0 220)";
      pen.fillRect(0, 0, 640, 360);
      // It moves, so that frames are told apart.
      pen.fillStyle = "white";
      pen.fillRect((at / lasts) * 600, 0, 40, 20);
    };
    draw();
    const film = new MediaStream([
      ...canvas.captureStream(20).getTracks(),
      ...sound.stream.getTracks(),
    ]);
    const recorder = new MediaRecorder(film, { mimeType: "video/webm;codecs=vp8,opus" });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start();
    const drawing = setInterval(draw, 50);
    await new Promise((resolve) => setTimeout(resolve, lasts * 1_000));
    clearInterval(drawing);
    recorder.stop();
    await stopped;
    await context.close();
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, seconds);
  const buffer = Buffer.from(encoded, "base64");
  return { name: "Trailer.webm", mimeType: "video/webm", buffer };
}

/** A green picture. */
export async function drawPicture(page: Page): Promise<ChosenFile> {
  const encoded = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 800, height: 450 });
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("the page cannot draw");
    pen.fillStyle = "rgb(0 180 0)";
    pen.fillRect(0, 0, 800, 450);
    return canvas.toDataURL("image/png").split(",")[1] ?? "";
  });
  return { name: "Poster.png", mimeType: "image/png", buffer: Buffer.from(encoded, "base64") };
}

/** The main colour of a video's picture; null without a picture. */
export const colourOf = (video: Locator): Promise<"red" | "green" | "blue" | null> =>
  video.evaluate((element) => {
    const pen = new OffscreenCanvas(1, 1).getContext("2d");
    if (!pen || !(element instanceof HTMLVideoElement) || !element.videoWidth) return null;
    const { videoWidth: width, videoHeight: height } = element;
    pen.drawImage(element, width / 4, height / 2, width / 2, height / 4, 0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
    const most = Math.max(red, green, blue);
    if (most < 80) return null;
    return most === red ? "red" : most === green ? "green" : "blue";
  });

export const expectColour = (video: Locator, colour: "red" | "green" | "blue") =>
  expect
    .poll(async () => ((await video.count()) ? colourOf(video) : null), {
      message: `a picture in ${colour}`,
      timeout: 30_000,
      intervals: [100],
    })
    .toBe(colour);
