import type { Page } from "@playwright/test";
import { fullCamera } from "./small-camera";

type Window = typeof globalThis & {
  devices?: { silence: (on: boolean) => void; pullCamera: () => void };
};

/**
 * Two cameras and two microphones for the page, which can be unplugged or muted: a browser's fake
 * devices cannot do that.
 */
export class Devices {
  private constructor(readonly page: Page) {}

  static readonly args = (args: string[]) =>
    fullCamera(args).map((arg) => (arg.includes("fake-device") ? `${arg},device-count=2` : arg));

  /** Call it before opening the page. */
  static async of(page: Page): Promise<Devices> {
    await page.addInitScript(standIn);
    return new Devices(page);
  }

  /** Like a mute key on the keyboard. */
  async silencesMicrophone(on: boolean): Promise<void> {
    await this.page.evaluate((silent) => (globalThis as Window).devices?.silence(silent), on);
  }

  async pullsTheCamera(): Promise<void> {
    await this.page.evaluate(() => (globalThis as Window).devices?.pullCamera());
  }
}

/** Runs in the page. */
function standIn(): void {
  const { mediaDevices } = navigator;
  const gone = new Set<string>();
  const opened: MediaStreamTrack[] = [];
  const inUse = (kind: string) =>
    opened.findLast((track) => track.kind === kind && track.readyState === "live");
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  const list = mediaDevices.enumerateDevices.bind(mediaDevices);
  mediaDevices.getUserMedia = async (wanted) => {
    const camera = typeof wanted?.video === "object" ? wanted.video.deviceId : undefined;
    const exact = typeof camera === "object" && "exact" in camera ? camera.exact : undefined;
    if ([exact].flat().some((id) => id !== undefined && gone.has(id))) {
      throw new DOMException("the device is gone", "NotFoundError");
    }
    const stream = await open(wanted);
    opened.push(...stream.getTracks());
    return stream;
  };
  mediaDevices.enumerateDevices = async () =>
    (await list()).filter(({ deviceId }) => !gone.has(deviceId));
  (globalThis as Window).devices = {
    silence(on) {
      const track = inUse("audio");
      if (!track) throw new Error("no microphone is in use");
      Object.defineProperty(track, "muted", { configurable: true, get: () => on });
      track.dispatchEvent(new Event(on ? "mute" : "unmute"));
    },
    pullCamera() {
      const track = inUse("video");
      if (!track) throw new Error("no camera is in use");
      gone.add(track.getSettings().deviceId ?? "");
      track.stop();
      track.dispatchEvent(new Event("ended"));
      mediaDevices.dispatchEvent(new Event("devicechange"));
    },
  };
}
