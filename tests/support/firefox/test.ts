import { type Browser, launch } from "puppeteer-core";
import { signInByPage } from "../api/pages";
import { server } from "../api/server";
import { type Account, makeAccount } from "../browser/accounts";
import { endShow, type Show } from "../browser/shows";
import { test as base, expect } from "../browser/test";
import { FirefoxGuest, FirefoxHost, FirefoxPersona } from "./people";

/**
 * A fake camera, and the click on "Allow" that tests cannot make. Nothing here changes ICE or autoplay:
 * there, Firefox is as people have it.
 */
const extraPrefsFirefox = {
  "media.navigator.streams.fake": true,
  "media.navigator.permission.disabled": true,
};

/** The people of one test in Firefox, each with their own cookies; all are closed afterwards. */
export class FirefoxCast {
  readonly #people: FirefoxPersona[] = [];
  readonly #shows: Show[] = [];

  constructor(readonly browser: Browser) {}

  async host(name: string): Promise<FirefoxHost> {
    const account = await makeAccount(name);
    const owns = (show: Show) => void this.#shows.push(show);
    return this.#joins(new FirefoxHost(await this.#page(account), account, owns), name);
  }

  async viewer(): Promise<FirefoxPersona> {
    return this.#joins(new FirefoxPersona(await this.#page()), "a viewer");
  }

  async signedInViewer(name: string): Promise<FirefoxPersona> {
    return this.#joins(new FirefoxPersona(await this.#page(await makeAccount(name))), name);
  }

  async guest(name: string): Promise<FirefoxGuest> {
    return this.#joins(new FirefoxGuest(await this.#page()), name);
  }

  async end(): Promise<void> {
    await Promise.all(this.#people.map(({ page }) => page.browserContext().close()));
    await Promise.all(this.#shows.map(endShow));
    for (const { watch, name } of this.#people) watch.expectNothingWrong(name);
  }

  #joins<P extends FirefoxPersona>(person: P, name: string): P {
    person.name = name;
    this.#people.push(person);
    return person;
  }

  async #page(account?: Account) {
    const context = await this.browser.createBrowserContext();
    if (account) {
      const { browser } = await signInByPage(account);
      const { hostname } = new URL(server.url);
      await context.setCookie(
        ...[...browser.cookies].map(([name, value]) => ({ name, value, domain: hostname })),
      );
    }
    // Firefox shows only one tab of a window, and the others receive no picture.
    return context.newPage({ type: "window" });
  }
}

export const test = base.extend<{ firefox: FirefoxCast }, { firefoxBrowser: Browser }>({
  firefoxBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what the fixture needs
    async ({}, use) => {
      const executablePath = process.env.FIREFOX;
      const browser = await launch({ browser: "firefox", executablePath, extraPrefsFirefox });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  firefox: async ({ firefoxBrowser }, use) => {
    const cast = new FirefoxCast(firefoxBrowser);
    await use(cast);
    await cast.end();
  },
});

export { expect };
