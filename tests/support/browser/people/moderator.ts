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
