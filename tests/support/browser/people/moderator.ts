import { expect, type Locator } from "@playwright/test";
import { Persona } from "./persona";

/** A host at the people and the chat of a studio. */
export class Moderator extends Persona {
  /** Opens one of the studio's panels. */
  protected async opensTab(name: string): Promise<void> {
    await this.page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
  }

  // People

  async seesAmongPeople(name: string): Promise<void> {
    await this.opensTab("People");
    await expect(this.#person(name)).toBeVisible();
  }

  async doesNotSeeAmongPeople(name: string): Promise<void> {
    await this.opensTab("People");
    await expect(this.#person(this.name)).toBeVisible();
    await expect(this.#person(name)).toHaveCount(0);
  }

  async removes(name: string): Promise<void> {
    await this.opensTab("People");
    await this.#personMenu(name, `Remove ${name}`);
    await this.page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await this.reads(`${name} was removed`);
  }

  async bans(name: string, reason: string): Promise<void> {
    await this.opensTab("People");
    await this.#personMenu(name, `Remove ${name}`);
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: "Also ban" }).check();
    await dialog.getByRole("textbox", { name: "Reason" }).fill(reason);
    await dialog.getByRole("button", { name: "Remove" }).click();
    await this.reads(`${name} was banned`);
  }

  /** Presses Undo in the toast of the last decision. */
  async undoes(): Promise<void> {
    await this.page.getByRole("button", { name: "Undo" }).first().click();
  }

  async opensRestrictions(): Promise<void> {
    await this.button("More").click();
    await this.page.getByRole("menuitem", { name: "Denied and banned" }).click();
    await expect(this.page.getByRole("list", { name: "Denied and banned" })).toBeVisible();
  }

  async closesRestrictions(): Promise<void> {
    await this.page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  }

  async putsOnStage(name: string): Promise<void> {
    await this.opensTab("People");
    await this.#personMenu(name, "Put on stage");
    await expect(this.#person(name)).toContainText("On stage");
  }

  async takesOffTheStage(name: string): Promise<void> {
    await this.opensTab("People");
    await this.#personMenu(name, "Take off the stage");
    await expect(this.#person(name)).not.toContainText("On stage");
  }

  async unmutesAmongPeople(name: string): Promise<void> {
    await this.opensTab("People");
    await this.#personMenu(name, "Unmute in chat");
    await this.reads(`${name} can chat again.`);
  }

  async #personMenu(name: string, item: string): Promise<void> {
    await this.button(`Actions for ${name}`).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  // Chat

  async unmutesAuthorOf(text: string, name: string): Promise<void> {
    await this.#messageMenu(text, `Unmute ${name}`);
    await this.reads(`${name} can chat again.`);
  }

  async deletesMessage(text: string): Promise<void> {
    await this.#messageMenu(text, "Delete message");
    await this.doesNotReadInChat(text);
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

  async #messageMenu(text: string, item: string): Promise<void> {
    await this.opensChat();
    const words = this.messages.getByText(text, { exact: true });
    await words.hover();
    await words
      .locator("xpath=..")
      .getByRole("button", { name: /^Actions for/ })
      .click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  #person(name: string): Locator {
    return this.page
      .getByRole("tabpanel", { name: "People" })
      .getByRole("listitem")
      .filter({ hasText: name });
  }
}
