import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

const folder = join(".artifacts", "tour");
const sizes = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};
type Size = keyof typeof sizes;

export type Shot = {
  /** Live pages are dark whatever the system says; the others follow it. */
  themes?: readonly ("light" | "dark")[];
  only?: Size;
  /** Done before each picture: another width may have closed what was open. */
  prepare?: (size: Size) => Promise<void>;
};

/** The pictures of one walk: `.artifacts/tour/<walk>/01 name, phone, dark.png`. */
export class Album {
  #number = 0;

  constructor(readonly walk: string) {
    rmSync(join(folder, walk), { recursive: true, force: true });
    mkdirSync(join(folder, walk), { recursive: true });
  }

  async takes(page: Page, name: string, shot: Shot = {}): Promise<void> {
    const { themes = ["dark"], only, prepare } = shot;
    this.#number += 1;
    const number = String(this.#number).padStart(2, "0");
    for (const size of Object.keys(sizes) as Size[]) {
      if (only && only !== size) continue;
      await page.setViewportSize(sizes[size]);
      await prepare?.(size);
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme });
        await settles(page);
        const file = `${number} ${name}, ${size}, ${colorScheme}.png`;
        await page.screenshot({ path: join(folder, this.walk, file), animations: "disabled" });
      }
    }
    await page.setViewportSize(sizes.desktop);
  }
}

/** Fonts are there, the layout has followed the new width, and every picture on it has a frame. */
const settles = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    const videos = [...document.querySelectorAll("video")].filter((video) => video.checkVisibility());
    const shown = (video: HTMLVideoElement) =>
      new Promise<void>((resolve) => {
        video.requestVideoFrameCallback(() => resolve());
        video.addEventListener("emptied", () => resolve(), { once: true });
      });
    const all = Promise.all(videos.map(shown));
    // A picture that has frozen, as after a lost connection, is shown as it is.
    await Promise.race([all, new Promise((late) => setTimeout(late, 1_500))]);
  });
