import { expect, type Page } from "@playwright/test";

/** What is printed as an error though nothing is wrong with the page. */
const harmless: { what: RegExp; why: string }[] = [
  {
    what: /^console: (DataChannel error on|publisher data channel) .*(Abort|closed unexpectedly)/,
    why: "LiveKit's client says this whenever the server closes a connection, as it does on purpose",
  },
];

/**
 * Collects what went wrong in a page behind the scenes: exceptions and errors in its console. A test
 * that provokes a refusal says so first; every other one fails the test.
 */
export class PageWatch {
  readonly #wrong: string[] = [];
  readonly #expected: RegExp[] = [];

  follow(page: Page): void {
    // What was thrown need not be an error, and has no stack then.
    page.on("pageerror", (error) => this.notes(`exception: ${error.stack || error}`));
    page.on("console", (message) => {
      if (message.type() !== "error") return;
      this.notes(`console: ${message.text()} (${message.location().url})`);
    });
  }

  notes(wrong: string): void {
    this.#wrong.push(wrong);
  }

  /** The browser reports each refused request in its console; this one is the test's own wish. */
  expects(what: RegExp): void {
    this.#expected.push(what);
  }

  expectNothingWrong(who: string): void {
    const excused = [...harmless.map(({ what }) => what), ...this.#expected];
    const wrong = this.#wrong.filter((text) => !excused.some((what) => what.test(text)));
    expect(wrong, `errors in the page of ${who}`).toEqual([]);
  }
}
