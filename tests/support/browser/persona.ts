import { expect, type Locator, type Page } from "@playwright/test";
import { PageWatch } from "./page-watch";
import { expectMovingPicture, expectPictureWithContent, expectVoices } from "./probes";

/** Somebody in a browser of their own; what every role can see, hear and say. */
export class Persona {
  readonly watch: PageWatch;

  constructor(
    readonly page: Page,
    readonly name: string,
  ) {
    this.watch = new PageWatch(page);
  }

  async opens(path: string): Promise<void> {
    await this.page.goto(path);
  }

  async reloads(): Promise<void> {
    await this.page.reload();
  }

  /** Reads a sentence or a heading on the page. */
  async reads(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).filter({ visible: true }).first()).toBeVisible();
  }

  // Stage

  get stage(): Locator {
    return this.page.getByRole("region", { name: "Stage" });
  }

  /** A person's face on the stage; their own is called "Ada (you)". */
  tile(name: string): Locator {
    const label = new RegExp(`^${name}(?!’s screen)\\b`);
    return this.stage.getByRole("figure", { name: label });
  }

  screen(name: string): Locator {
    return this.stage.getByRole("figure", { name: `${name}’s screen` });
  }

  async seesPictureOf(name: string): Promise<void> {
    await expectMovingPicture(this.tile(name).locator("video"));
  }

  async seesScreenOf(name: string): Promise<void> {
    const video = this.screen(name).locator("video");
    await expectMovingPicture(video);
    await expectPictureWithContent(video);
  }

  async seesNoScreen(name: string): Promise<void> {
    await expect(this.screen(name)).toHaveCount(0);
  }

  /** The person is on stage, and their camera is off. */
  async seesCameraOffOf(name: string): Promise<void> {
    await expect(this.tile(name)).toHaveAccessibleName(/camera off/);
    await expect(this.tile(name).locator("video")).toHaveCount(0);
  }

  async doesNotSee(name: string): Promise<void> {
    await expect(this.tile(name)).toHaveCount(0);
  }

  /** Exactly so many people and screens are on the stage: no ghost, nobody missing. */
  async seesOnStage(count: number): Promise<void> {
    await expect(this.stage.getByRole("figure")).toHaveCount(count);
  }

  /** So many voices are audible, measured on what is played. */
  async hears(voices: number): Promise<void> {
    await expectVoices(this.page, voices);
  }

  // Chat

  get chat(): Locator {
    return this.page.getByRole("region", { name: "Chat" });
  }

  get messages(): Locator {
    return this.page.getByRole("log", { name: "Chat messages" });
  }

  /** Brings the chat into view where it stands behind a tab. */
  async opensChat(): Promise<void> {
    const tab = this.page.getByRole("tab", { name: /^Chat/ });
    await expect(this.chat.or(tab).first()).toBeVisible();
    if (await tab.isVisible()) await tab.click();
    await expect(this.chat).toBeVisible();
  }

  async says(text: string): Promise<void> {
    await this.opensChat();
    await this.chat.getByRole("textbox", { name: "Message" }).fill(text);
    await this.chat.getByRole("button", { name: "Send" }).click();
    await this.readsInChat(text);
  }

  async readsInChat(text: string): Promise<void> {
    await this.opensChat();
    await expect(this.messages.getByText(text, { exact: true })).toBeVisible();
  }

  async doesNotReadInChat(text: string): Promise<void> {
    await expect(this.messages.getByText(text, { exact: true })).toHaveCount(0);
  }

  /** These messages stand in the chat in this order, and each once. */
  async readsInOrder(texts: string[]): Promise<void> {
    await this.opensChat();
    await expect
      .poll(async () => {
        const lines = await this.messages.getByRole("paragraph").allInnerTexts();
        return lines.filter((line) => texts.includes(line));
      })
      .toEqual(texts);
  }

  async isToldInChat(what: RegExp): Promise<void> {
    await expect(this.chat.getByText(what)).toBeVisible();
  }
}
