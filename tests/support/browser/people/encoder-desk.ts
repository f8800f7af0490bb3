import { expect, type Locator } from "@playwright/test";
import { expectAccessible } from "@/tests/support/browser/accessible";
import { expectMovingPicture } from "@/tests/support/browser/probes";
import { loadsOnTheSecondTry } from "@/tests/support/browser/second-try";
import type { Door } from "./encoder";
import type { Persona } from "./persona";

/** Messages shown while a dialog is open do not cover it. */
async function expectApart(toast: Locator, dialog: Locator): Promise<void> {
  const bottom = async () => {
    const box = await toast.boundingBox();
    return box ? box.y + box.height : Number.POSITIVE_INFINITY;
  };
  const top = (await dialog.boundingBox())?.y ?? 0;
  await expect.poll(bottom).toBeLessThanOrEqual(top);
}

/** A creator's actions on encoders in the open studio. */
export class EncoderDesk {
  constructor(readonly host: Persona) {}

  async opens(): Promise<Locator> {
    const { page } = this.host;
    await this.host.button("More").click();
    await page.getByRole("menuitem", { name: "Stream from OBS" }).click();
    const dialog = page.getByRole("dialog", { name: "Stream from OBS" });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  async makesAStreamKey(name: string): Promise<Door> {
    const dialog = await this.opens();
    await dialog.getByRole("textbox", { name: "Key name" }).fill(name);
    await dialog.getByRole("button", { name: "Create key" }).click();
    return this.#copies(dialog);
  }

  async replacesTheStreamKey(name: string): Promise<Door> {
    const dialog = await this.opens();
    await expect(dialog.getByRole("listitem").filter({ hasText: name })).toContainText(
      "Connected now",
    );
    await this.#confirms(dialog, "Replace", name);
    return this.#copies(dialog);
  }

  async revokesTheStreamKey(name: string): Promise<void> {
    const dialog = await this.opens();
    await this.#confirms(dialog, "Revoke", name);
    await this.host.reads(`${name} was revoked.`);
    await expectApart(this.host.page.locator("[data-sonner-toast]").first(), dialog);
    await expect(dialog.getByRole("button", { name: `Revoke ${name}` })).toHaveCount(0);
    await this.host.page.keyboard.press("Escape");
  }

  async loadsKeysOnTheSecondTry(): Promise<void> {
    await loadsOnTheSecondTry(this.host.page, /\/stream-keys/, () => this.opens());
  }

  async seesTheEncoderReady(): Promise<void> {
    const { page } = this.host;
    await expect(page.getByRole("status").getByText("Your encoder is connected")).toBeVisible();
    await expectMovingPicture(page.getByLabel("Video from your encoder"));
    await this.host.reads("Your encoder sends video and audio.");
  }

  async stopsTheEncoder(): Promise<void> {
    const { page } = this.host;
    await page.getByRole("tab", { name: /^People/ }).click();
    await this.host.button(`Stop ${this.host.name}’s encoder`).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Stop encoder" }).click();
    await this.host.reads("The encoder was stopped.");
  }

  async makesAProgrammeLink(): Promise<string> {
    const dialog = await this.#opensProgrammeLink();
    await dialog.getByRole("button", { name: "Create link" }).click();
    return this.#copiesLink(dialog);
  }

  async replacesTheProgrammeLink(): Promise<string> {
    const dialog = await this.#opensProgrammeLink();
    await this.#confirmsLink(dialog, "New link");
    return this.#copiesLink(dialog);
  }

  async turnsOffTheProgrammeLink(): Promise<void> {
    const dialog = await this.#opensProgrammeLink();
    await this.#confirmsLink(dialog, "Turn off");
    await this.host.reads("The link was turned off.");
    await expect(dialog.getByRole("button", { name: "Create link" })).toBeVisible();
    await this.host.page.keyboard.press("Escape");
  }

  /** On how many pages the link is open, in words. */
  async seesProgrammePages(words: string): Promise<void> {
    const dialog = await this.#opensProgrammeLink();
    await expect(dialog.getByText(words)).toBeVisible();
    await expectAccessible(this.host, "the link to the programme");
    await this.host.page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }

  async #opensProgrammeLink(): Promise<Locator> {
    const { page } = this.host;
    await this.host.button("More").click();
    await page.getByRole("menuitem", { name: "Record or restream" }).click();
    return page.getByRole("dialog", { name: "Record or restream" });
  }

  async #copiesLink(dialog: Locator): Promise<string> {
    const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
    await dialog.getByRole("button", { name: "I’ve copied it" }).click();
    await expect(dialog.getByRole("textbox", { name: "Link" })).toHaveCount(0);
    await this.host.page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    return link;
  }

  async #confirmsLink(dialog: Locator, verb: "New link" | "Turn off"): Promise<void> {
    await dialog.getByRole("button", { name: verb }).click();
    const asked = this.host.page.getByRole("alertdialog");
    await asked.getByRole("button", { name: verb }).click();
    await expect(asked).toBeHidden();
  }

  async #copies(dialog: Locator): Promise<Door> {
    const key = await dialog.getByLabel("Bearer token").inputValue();
    const server = await dialog.getByLabel("Server").inputValue();
    await dialog.getByRole("button", { name: "I’ve copied it" }).click();
    await expect(dialog.getByLabel("Bearer token")).toHaveCount(0);
    await this.host.page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    return { server, key };
  }

  async #confirms(dialog: Locator, verb: "Replace" | "Revoke", name: string): Promise<void> {
    await dialog.getByRole("button", { name: `${verb} ${name}` }).click();
    const asked = this.host.page.getByRole("alertdialog");
    await asked.getByRole("button", { name: verb, exact: true }).click();
    await expect(asked).toBeHidden();
  }
}
