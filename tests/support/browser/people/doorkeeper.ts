import { expect, type Locator } from "@playwright/test";
import { Moderator } from "./moderator";

/** A host at the waiting room of a studio. */
export class Doorkeeper extends Moderator {
  async sees(waiting: string): Promise<void> {
    await this.opensTab("Waiting");
    await expect(this.#waiting(waiting)).toBeVisible();
  }

  async seesReady(waiting: string): Promise<void> {
    await this.sees(waiting);
    await expect(this.#waiting(waiting).getByText(/Ready/)).toBeVisible();
  }

  /** A real picture beside the name. */
  async seesPictureOfWaiting(waiting: string): Promise<void> {
    const picture = this.#waiting(waiting).getByRole("img", { name: `Preview of ${waiting}` });
    await expect
      .poll(() => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth))
      .toBe(320);
  }

  async seesNoPictureOfWaiting(waiting: string): Promise<void> {
    await expect(this.#waiting(waiting)).toBeVisible();
    await expect(this.#waiting(waiting).getByRole("img")).toHaveCount(0);
  }

  /** Exactly these, longest wait first. */
  async seesWaitingInOrder(names: string[]): Promise<void> {
    await this.opensTab("Waiting");
    const rows = this.page.getByRole("list", { name: "Waiting" }).getByRole("listitem");
    await expect(rows).toContainText(names);
  }

  async seesInTabTitle(text: string): Promise<void> {
    await expect.poll(() => this.page.title()).toContain(text);
  }

  async seesNobodyWaiting(): Promise<void> {
    await this.opensTab("Waiting");
    await this.reads(/^No one is waiting/);
  }

  async admits(name: string): Promise<void> {
    await this.opensTab("Waiting");
    await this.button(`Admit ${name}`).click();
  }

  async denies(name: string): Promise<void> {
    await this.opensTab("Waiting");
    await this.button(`Deny ${name}`).click();
  }

  /**
   * Puts a finger on the button. Call the result to press it, immediately and without looking again, as
   * someone does whose colleague is about to be faster.
   */
  async isAboutTo(verb: "Admit" | "Deny", name: string): Promise<() => Promise<void>> {
    await this.opensTab("Waiting");
    const button = this.button(`${verb} ${name}`);
    await expect(button).toBeEnabled();
    const element = await button.elementHandle();
    return async () => element?.dispatchEvent("click");
  }

  async admitsAll(): Promise<void> {
    await this.opensTab("Waiting");
    await this.button("Admit all").click();
  }

  #waiting(name: string): Locator {
    return this.page
      .getByRole("list", { name: "Waiting" })
      .getByRole("listitem")
      .filter({ has: this.page.getByText(name, { exact: true }) });
  }
}
