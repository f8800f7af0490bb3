import { type BrowserContextOptions, test as base } from "@playwright/test";
import { isLocale } from "@/lib/words/locales";
import { Cast } from "@/tests/support/browser/people/cast";
import type { Guest } from "@/tests/support/browser/people/guest";
import type { Host } from "@/tests/support/browser/people/host";
import type { Viewer } from "@/tests/support/browser/people/viewer";
import { Interpreter, interpret } from "./other-language";

type ArgsChange = (args: string[]) => string[];

type Personas = {
  /** The pages' language if not English: the personas then look for its words. */
  language: string | undefined;
  cast: Cast;
  /** People whose browsers have other settings: a language, a theme, a size. */
  castIn: (options: BrowserContextOptions) => Cast;
  /** People whose browsers were started with other options. */
  castWith: (change: ArgsChange, options?: BrowserContextOptions) => Promise<Cast>;
  /** Signed in, and creator of the shows they make. */
  host: Host;
  /** Signed in; co-hosts a show once its creator adds them. */
  cohost: Host;
  /** Without an account. */
  viewer: Viewer;
  signedInViewer: Viewer;
  /** Comes with an invite, without an account. */
  guest: Guest;
  /** Signed in, without a role in other people's shows. */
  stranger: Viewer;
};

export const test = base.extend<Personas>({
  language: [
    async ({ browser, locale }, use) => {
      const language = locale?.split("-")[0];
      if (isLocale(language) && language !== "en") {
        const page = await browser.newPage();
        interpret(page, new Interpreter(language));
        await page.close();
      }
      await use(language);
    },
    { auto: true },
  ],
  cast: async ({ browser }, use) => {
    const cast = new Cast(browser);
    await use(cast);
    await cast.end();
  },
  castIn: async ({ browser }, use) => {
    const casts: Cast[] = [];
    await use((options) => {
      const cast = new Cast(browser, options);
      casts.push(cast);
      return cast;
    });
    for (const cast of casts) await cast.end();
  },
  castWith: async ({ playwright }, use, info) => {
    const casts: Cast[] = [];
    await use(async (change, options) => {
      const { launchOptions } = info.project.use;
      const args = change(launchOptions?.args ?? []);
      const browser = await playwright.chromium.launch({ ...launchOptions, args });
      const cast = new Cast(browser, options);
      casts.push(cast);
      return cast;
    });
    for (const cast of casts) {
      await cast.end();
      await cast.browser.close();
    }
  },
  host: async ({ cast }, use) => use(await cast.host("Hanna")),
  cohost: async ({ cast }, use) => use(await cast.host("Conrad")),
  viewer: async ({ cast }, use) => use(await cast.viewer()),
  signedInViewer: async ({ cast }, use) => use(await cast.signedInViewer("Vera")),
  guest: async ({ cast }, use) => use(await cast.guest("Ada")),
  stranger: async ({ cast }, use) => use(await cast.signedInViewer("Stan")),
});

export { expect } from "@playwright/test";
