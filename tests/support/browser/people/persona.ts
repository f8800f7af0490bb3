import { expect, type Locator, type Page } from "@playwright/test";
import { type Locale, localeCookie } from "@/lib/words/locales";
import {
  loseConnection,
  makeConnectionLossy,
  restoreConnection,
} from "@/tests/support/browser/lossy-connection";
import { PageWatch } from "@/tests/support/browser/page-watch";
import {
  expectMovingPicture,
  expectPictureWithContent,
  expectVoices,
} from "@/tests/support/browser/probes";

/** A person in their own browser; what every role can see, hear and say. */
export class Persona {
  readonly watch = new PageWatch();
  #page: Page;

  constructor(
    page: Page,
    readonly name: string,
  ) {
    this.#page = page;
    this.watch.follow(page);
  }

  get page(): Page {
    return this.#page;
  }

  /** A new tab in the same browser. */
  async comesBack(): Promise<void> {
    this.#page = await this.#page.context().newPage();
    this.watch.follow(this.#page);
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

  /** The text is where screen readers announce changes, visible or not. */
  async isToldAloud(text: string | RegExp): Promise<void> {
    const regions = this.page.locator("[role=status], [role=alert], [aria-live=polite]");
    await expect(regions.filter({ hasText: text }).first()).toBeAttached();
  }

  /** Another language, from the next page on. */
  async speaks(locale: Locale): Promise<void> {
    const url = process.env.BASE_URL ?? "";
    await this.page.context().addCookies([{ name: localeCookie, value: locale, url }]);
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  // Connection

  /** Call it before opening the page. */
  async hasALossyConnection(): Promise<void> {
    await makeConnectionLossy(this.page);
  }

  /** Reaches LiveKit, which counts it as joined, and never gets as far as media. Call it before opening the page. */
  async connectsForever(): Promise<void> {
    await this.page.addInitScript(() => {
      RTCPeerConnection.prototype.setRemoteDescription = () => new Promise(() => {});
    });
  }

  async losesConnection(): Promise<void> {
    // Each attempt to reconnect fails, and is reported, until the network is back.
    this.watch.expects(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to fetch|signal stream/i);
    await loseConnection(this.page);
  }

  async isBackOnline(): Promise<void> {
    await restoreConnection(this.page);
  }

  // Stage

  async pressesControl(
    name: "Mute microphone" | "Turn off camera" | "Share screen",
  ): Promise<void> {
    const controls = this.page.getByRole("toolbar", { name: "On stage" });
    await controls.getByRole("button", { name }).click();
  }

  get stage(): Locator {
    return this.page.getByRole("region", { name: "Stage" });
  }

  /** A person's picture on the stage; one's own is labelled "Ada (you)". */
  tile(name: string): Locator {
    const label = new RegExp(`^${name}(?!’s screen)\\b`);
    return this.stage.getByRole("figure", { name: label });
  }

  #figure(name: RegExp): Locator {
    return this.stage.getByRole("figure", { name });
  }

  screen(name: string): Locator {
    return this.stage.getByRole("figure", { name: `${name}’s screen` });
  }

  /** A video or picture from the person's disk. */
  sharedFile(name: string): Locator {
    return this.stage.getByRole("figure", { name: `Shared by ${name}` });
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

  /** The person is on stage with the camera off. */
  async seesCameraOffOf(name: string): Promise<void> {
    await expect(this.tile(name).and(this.#figure(/camera off/))).toBeVisible();
    await expect(this.tile(name).locator("video")).toHaveCount(0);
  }

  async seesMicrophoneOffOf(name: string): Promise<void> {
    await expect(this.tile(name).and(this.#figure(/microphone off/))).toBeVisible();
  }

  async doesNotSee(name: string): Promise<void> {
    await expect(this.tile(name)).toHaveCount(0);
  }

  /** Exactly so many people and screens are on stage: no ghost, nobody missing. */
  async seesOnStage(count: number): Promise<void> {
    await expect(this.stage.getByRole("figure")).toHaveCount(count);
  }

  /** So many voices are audible, measured on the sound that plays. */
  async hears(voices: number): Promise<void> {
    await expectVoices(this.page, voices);
  }

  // Chat

  get chat(): Locator {
    return this.page.getByRole("region", { name: "Chat", exact: true });
  }

  get messages(): Locator {
    return this.page.getByRole("log", { name: "Chat messages" });
  }

  /** Opens the chat where it is behind a tab. */
  async opensChat(): Promise<void> {
    const tab = this.page.getByRole("tab", { name: /^Chat/ });
    await expect(this.chat.or(tab).first()).toBeVisible();
    if (await tab.isVisible()) await tab.click();
    await expect(this.chat).toBeVisible();
  }

  get composer(): Locator {
    return this.chat.getByRole("textbox", { name: "Message" });
  }

  async triesToSay(text: string): Promise<void> {
    await this.opensChat();
    await this.composer.fill(text);
    await this.chat.getByRole("button", { name: "Send" }).click();
  }

  async says(text: string): Promise<void> {
    await this.triesToSay(text);
    await this.readsInChat(text);
  }

  async isInvitedToSignIn(): Promise<void> {
    await expect(this.chat.getByRole("link", { name: "Sign in to chat" })).toBeVisible();
  }

  async readsInChat(text: string): Promise<void> {
    await this.opensChat();
    await expect(this.messages.getByText(text, { exact: true })).toBeVisible();
  }

  async doesNotReadInChat(text: string): Promise<void> {
    await expect(this.messages.getByText(text, { exact: true })).toHaveCount(0);
  }

  /** These messages are in the chat in this order, each once. */
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
