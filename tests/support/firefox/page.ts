import type { Page } from "puppeteer-core";
import { PageWatch } from "../browser/page-watch";

const patienceMs = 30_000;
const enoughFrames = 10;

/** The first visible element with this role and accessible name. */
const named = (role: string, name: string) => `::-p-aria([name="${name}"][role="${role}"])`;

/** One page in Firefox, with a person's actions and patience. */
export class FirefoxPage {
  readonly watch = new PageWatch();

  constructor(readonly page: Page) {
    page.setDefaultTimeout(patienceMs);
    page.on("pageerror", (error) => this.watch.notes(`exception: ${error}`));
    page.on("console", (message) => {
      if (message.type() === "error") this.watch.notes(`console: ${message.text()}`);
    });
  }

  async presses(name: string, role = "button"): Promise<void> {
    await this.page.locator(named(role, name)).click();
  }

  /** Where the panel is behind a tab, whose name may end with a number. */
  async pressesTab(name: string): Promise<void> {
    const tabs = await this.page.$$(`[role="tab"]`);
    for (const tab of tabs) {
      if ((await tab.evaluate((element) => element.textContent))?.startsWith(name))
        await tab.click();
    }
  }

  async fills(name: string, text: string): Promise<void> {
    await this.page.locator(named("textbox", name)).fill(text);
  }

  async sees(role: string, name: string): Promise<void> {
    await this.page.locator(named(role, name)).wait();
  }

  async reads(text: string): Promise<void> {
    await this.page.locator(`::-p-text(${text})`).wait();
  }

  /** Whether this machine has somewhere to play sound. */
  async hasSoundOutput(): Promise<boolean> {
    return this.page.evaluate(async () => {
      const context = new AudioContext();
      const runs = context.resume().then(() => true);
      const waits = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false));
      const found = await Promise.race([runs, waits]);
      await context.close();
      return found;
    });
  }

  /** The video with this label, or inside an element with it, shows frame after frame. */
  async seesMovingPicture(label: string): Promise<void> {
    await this.page.waitForFunction(
      (label, enough) =>
        new Promise<boolean>((resolve) => {
          const named = [...document.querySelectorAll("[aria-label]")].filter((element) =>
            element.getAttribute("aria-label")?.startsWith(label),
          );
          const [video] = named.flatMap((element) =>
            element instanceof HTMLVideoElement
              ? [element]
              : [...element.querySelectorAll("video")],
          );
          if (!video) return resolve(false);
          let frames = 0;
          const count = () => {
            frames += 1;
            if (frames < enough) video.requestVideoFrameCallback(count);
            else resolve(true);
          };
          video.requestVideoFrameCallback(count);
          setTimeout(() => resolve(false), 4_000);
        }),
      { polling: 200 },
      label,
      enoughFrames,
    );
  }
}
