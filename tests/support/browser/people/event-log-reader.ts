import { expect, type Locator } from "@playwright/test";
import { aSid, deliverEvent } from "@/tests/support/api/webhooks";
import { loadsOnTheSecondTry } from "@/tests/support/browser/second-try";
import type { Show } from "@/tests/support/browser/shows";
import type { Persona } from "./persona";

/** A host reading the event log, in the studio's menu or on the page after the show. */
export class EventLogReader {
  constructor(readonly host: Persona) {}

  /** As before LiveKit's first report, which arrives as soon as the studio has connected. */
  async isEmpty(): Promise<void> {
    const { page } = this.host;
    const log = /\/event-log/;
    await page.route(log, (route) => route.fulfill({ json: { entries: [], more: false } }));
    await this.#open();
    await expect(this.#dialog.getByText("No events yet.")).toBeVisible();
    await this.#close();
    await page.unroute(log);
  }

  async says(lines: string[]): Promise<void> {
    await this.#finds(lines, () => this.#open());
  }

  async saysAfterTheShow(lines: string[]): Promise<void> {
    await this.#finds(lines, () => this.host.button("Event log").click());
  }

  /** As after so many viewers have joined. */
  async grows({ mint }: Pick<Show, "mint">, entries: number): Promise<void> {
    for (let seen = 0; seen < entries; seen++) {
      const participant = { identity: "v_nobody1234", sid: aSid() };
      await deliverEvent({ event: "participant_joined", room: { name: mint }, participant });
    }
  }

  async isReadToItsBeginning(entries: number): Promise<void> {
    await this.#open();
    const lines = this.#dialog.getByRole("listitem");
    const older = this.#dialog.getByRole("button", { name: "Load older" });
    await expect(older).toBeVisible();
    expect(await lines.count()).toBeLessThan(entries);
    await older.click();
    await expect(older).toHaveCount(0);
    expect(await lines.count()).toBeGreaterThanOrEqual(entries);
    await this.#close();
  }

  async loadsOnTheSecondTry(): Promise<void> {
    await loadsOnTheSecondTry(this.host.page, /\/event-log/, async () => {
      await this.#open();
      return this.#dialog;
    });
  }

  get #dialog(): Locator {
    return this.host.page.getByRole("dialog", { name: "Event log" });
  }

  async #open(): Promise<void> {
    await this.host.button("More").click();
    await this.host.page.getByRole("menuitem", { name: "Event log" }).click();
  }

  async #close(): Promise<void> {
    await this.host.page.keyboard.press("Escape");
  }

  /** It is loaded when opened, and LiveKit reports events a moment after they happen. */
  async #finds(lines: string[], open: () => Promise<void>): Promise<void> {
    await expect(async () => {
      await this.#close();
      await open();
      for (const line of lines) {
        const found = this.#dialog.getByText(line, { exact: true }).first();
        await expect(found).toBeVisible({ timeout: 2_000 });
      }
    }).toPass({ timeout: 20_000 });
    await this.#close();
  }
}
