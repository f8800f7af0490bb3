import { expect, type Locator, type Page } from "@playwright/test";
import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import type { Account } from "@/tests/support/browser/accounts";
import type { Show } from "@/tests/support/browser/shows";
import { ChatModerator } from "./chat-moderator";

export class Viewer extends ChatModerator {
  constructor(
    page: Page,
    name: string,
    readonly account: Account | null = null,
  ) {
    super(page, name);
  }

  async watches({ mint }: Pick<Show, "mint">): Promise<void> {
    await this.opens(watchPath(mint));
  }

  /**
   * Opens the show and waits until the browser blocks the sound, which LiveKit's client logs. It must
   * come first: whatever Playwright asks a page counts as a key press there, after which the browser
   * allows everything.
   */
  async watchesUntilSoundIsRefused(show: Pick<Show, "mint">): Promise<void> {
    const refused = this.page.waitForEvent("console", (message) =>
      message.text().startsWith("could not playback audio"),
    );
    await this.watches(show);
    await refused;
  }

  /** Presses a key of the player, wherever the focus is. */
  async presses(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Wakes the player's controls; names and banner, all visible, are not under them. */
  async seesNamesAndBannerBesideControls(texts: string[]): Promise<void> {
    const controls = this.page.getByRole("toolbar", { name: "Player" });
    await expect(async () => {
      await this.stage.hover({ position: { x: 20 + Math.random() * 20, y: 20 } });
      await expect(controls).toHaveCSS("opacity", "1", { timeout: 1_000 });
      const buttons = await boxesOf(controls.getByRole("button"));
      for (const text of texts) {
        const words = this.stage.getByText(text, { exact: true }).filter({ visible: true });
        await expect(words).toBeInViewport({ ratio: 1, timeout: 1_000 });
        const [box] = await boxesOf(words);
        for (const button of buttons) expect(box && overlap(box, button), text).toBe(false);
      }
    }).toPass();
  }

  async opensSettings(): Promise<void> {
    const controls = this.page.getByRole("toolbar", { name: "Player" });
    await controls.getByRole("button", { name: "Settings" }).press("Enter");
    await expect(this.page.getByRole("menu")).toBeVisible();
  }

  async chooses(quality: string): Promise<void> {
    await this.opensSettings();
    await this.page.getByRole("menuitemradio", { name: quality, exact: true }).click();
    await expect(this.page.getByRole("menu")).toHaveCount(0);
  }

  async fillsTheScreen(): Promise<void> {
    await this.opensSettings();
    await this.page.getByRole("menuitemcheckbox", { name: "Fill my screen" }).click();
  }

  /** The selectable heights of the picture. */
  async sizesOffered(): Promise<number[]> {
    await this.opensSettings();
    const names = await this.page.getByRole("menuitemradio").allInnerTexts();
    await this.page.keyboard.press("Escape");
    return names.flatMap((name) => (/^\d+p$/.test(name) ? [Number.parseInt(name, 10)] : []));
  }

  async appears(): Promise<void> {
    await this.page.getByRole("button", { name: "Appear in the audience" }).click();
    await expect(this.page.getByText(`Visible as ${this.name}`)).toBeVisible();
  }

  async hides(): Promise<void> {
    await this.page.getByRole("button", { name: "Hide", exact: true }).click();
    await expect(this.page.getByText("Hidden", { exact: true })).toBeVisible();
  }

  async isCalledOnStage(host: string): Promise<void> {
    await this.reads(`${host} put you on stage.`);
    await this.seesCameraOffOf(this.name);
    await this.seesMicrophoneOffOf(this.name);
  }

  async leavesTheStage(): Promise<void> {
    await this.button("Leave the stage").click();
    await this.reads("You left the stage.");
    await this.isInTheAudience();
  }

  async isToldOffStage(): Promise<void> {
    await this.reads("A host took you off the stage.");
    await this.isInTheAudience();
  }

  /** Watches, without camera or microphone controls. */
  async isInTheAudience(): Promise<void> {
    await expect(this.page.getByRole("toolbar", { name: "On stage" })).toHaveCount(0);
    await this.doesNotSee(this.name);
  }

  /** The viewer count under the picture. */
  async seesWatching(count: number): Promise<void> {
    await expect(this.page.getByText(`${count} watching`, { exact: true })).toBeVisible();
  }

  async isToldThatHostIsAway(): Promise<void> {
    await this.reads("The host is away.");
  }

  async isNotToldThatHostIsAway(): Promise<void> {
    await expect(this.page.getByText("The host is away.")).toHaveCount(0);
  }

  /** Writes a first message under a chosen name, without an account. */
  async saysAs(name: string, text: string): Promise<void> {
    await this.triesToSayAs(name, text);
    await this.readsInChat(text);
  }

  async triesToSayAs(name: string, text: string): Promise<void> {
    await this.chat.getByRole("textbox", { name: "Your name" }).fill(name);
    await this.triesToSay(text);
  }

  async isToldTheEnd(): Promise<void> {
    await this.reads("The show has ended");
  }

  async findsNothing(): Promise<void> {
    await expect(this.page.getByRole("heading", { name: "Livestream not found" })).toBeVisible();
  }
}

type Box = { x: number; y: number; width: number; height: number };

const boxesOf = async (all: Locator): Promise<Box[]> =>
  (await Promise.all((await all.all()).map((each) => each.boundingBox()))).filter(
    (box) => box !== null,
  );

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
