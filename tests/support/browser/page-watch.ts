import { expect, type Page } from "@playwright/test";

/** Errors in the console although nothing is wrong with the page. */
const harmless: { what: RegExp; why: string }[] = [
  {
    what: /^console: (DataChannel error on|publisher data channel) .*(Abort|closed unexpectedly)/,
    why: "LiveKit's client logs this whenever the server closes a connection on purpose",
  },
  {
    what: /^console: could not find published track/,
    why: "LiveKit's client logs this when a track is withdrawn before its media arrives",
  },
  {
    what: /^console: Tried to add a track for a participant, that's not present/,
    why: "LiveKit's client logs this when someone leaves while their track is being set up",
  },
  {
    what: /^console: error reading from signal stream .*WS closed unexpectedly with code 1006/,
    why:
      "LiveKit closes its connection when someone leaves or a room ends; if it had something left to read, " +
      "the close becomes a reset, which its client logs",
  },
];

/**
 * Collects errors of a page: exceptions and console errors. A test that provokes a refusal announces
 * it first; every other error fails the test.
 */
export class PageWatch {
  readonly #wrong: string[] = [];
  readonly #expected: RegExp[] = [];

  follow(page: Page): void {
    // The thrown value may not be an error, and then has no stack.
    page.on("pageerror", (error) => this.notes(`exception: ${error.stack || error}`));
    page.on("console", (message) => {
      if (message.type() !== "error") return;
      this.notes(`console: ${message.text()} (${message.location().url})`);
    });
  }

  notes(wrong: string): void {
    this.#wrong.push(wrong);
  }

  /** The browser logs each refused request; the test provokes this one on purpose. */
  expects(what: RegExp): void {
    this.#expected.push(what);
  }

  expectNothingWrong(who: string): void {
    const excused = [...harmless.map(({ what }) => what), ...this.#expected];
    const wrong = this.#wrong.filter((text) => !excused.some((what) => what.test(text)));
    expect(wrong, `errors on ${who}'s page`).toEqual([]);
  }
}
