import { expect, type Locator } from "@playwright/test";
import { ChatModerator } from "./chat-moderator";

/** A host at the people of a studio. */
export class Moderator extends ChatModerator {
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

  #person(name: string): Locator {
    return this.page
      .getByRole("tabpanel", { name: "People" })
      .getByRole("listitem")
      .filter({ hasText: name });
  }
}
