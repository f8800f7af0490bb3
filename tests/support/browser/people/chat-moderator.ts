import { expect } from "@playwright/test";
import { Persona } from "./persona";

/** A host or moderator at a chat, in the studio or on the watch page. */
export class ChatModerator extends Persona {
  /** Presses Undo in the toast of the last decision. */
  async undoes(): Promise<void> {
    await this.page.getByRole("button", { name: "Undo" }).first().click();
  }

  async unmutesAuthorOf(text: string, name: string): Promise<void> {
    await this.#messageMenu(text, `Unmute ${name}`);
    await this.reads(`${name} can chat again.`);
  }

  async deletesMessage(text: string): Promise<void> {
    await this.#messageMenu(text, "Delete message");
    await this.doesNotReadInChat(text);
  }

  async putsOnScreen(text: string): Promise<void> {
    await this.#messageMenu(text, "Show on screen");
  }

  async mutesAuthorOf(text: string, name: string): Promise<void> {
    await this.#messageMenu(text, `Mute ${name}`);
    await this.reads(`${name} is muted in this chat.`);
  }

  async bansAuthorOf(text: string, name: string): Promise<void> {
    await this.#messageMenu(text, `Ban ${name}`);
    await this.reads(`${name} was banned.`);
  }

  async opensChatSettings(): Promise<void> {
    await this.opensChat();
    await this.chat.getByRole("button", { name: "Chat settings" }).click();
    await expect(this.page.getByRole("dialog", { name: "Chat settings" })).toBeVisible();
  }

  async closesChatSettings(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await expect(this.page.getByRole("dialog", { name: "Chat settings" })).toHaveCount(0);
  }

  async switchesChatWithoutAccount(on: boolean): Promise<void> {
    await this.opensChatSettings();
    await this.page.getByRole("switch", { name: "Chat without an account" }).setChecked(on);
    await this.closesChatSettings();
  }

  /** Opens the dialog that reports a message. */
  async reportsMessage(text: string): Promise<void> {
    await this.#messageMenu(text, "Report…");
    await expect(this.page.getByRole("dialog", { name: /^Report this message/ })).toBeVisible();
  }

  async dismissesReportsOf(text: string): Promise<void> {
    await this.#messageMenu(text, "Dismiss reports");
    await this.reads("The reports are dismissed.");
  }

  async #messageMenu(text: string, item: string): Promise<void> {
    await this.#opensMessageMenu(text);
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  async #opensMessageMenu(text: string): Promise<void> {
    await this.opensChat();
    const words = this.messages.getByText(text, { exact: true });
    await words.hover();
    await words
      .locator("xpath=..")
      .getByRole("button", { name: /^Actions for/ })
      .click();
  }

  async choosesSlowMode(wait: string): Promise<void> {
    await this.opensChatSettings();
    await this.page.getByRole("combobox", { name: "Slow mode" }).selectOption(wait);
    await this.closesChatSettings();
  }

  /** They can report this message of somebody else, and nothing more. */
  async hasNoChatTools(text: string): Promise<void> {
    await expect(this.chat.getByRole("button", { name: "Chat settings" })).toHaveCount(0);
    await this.#opensMessageMenu(text);
    await expect(this.page.getByRole("menuitem")).toHaveText(["Report…"]);
    await this.page.keyboard.press("Escape");
  }
}
