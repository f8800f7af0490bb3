import { expect, type Page } from "@playwright/test";
import { roomAuth } from "@/lib/contracts/guests";
import { claimsOf } from "@/tests/support/api/tokens";
import { SignalTokens } from "@/tests/support/browser/signal-tokens";
import { Persona } from "./persona";

/** Comes with an invite link, without an account. */
export class Guest extends Persona {
  readonly tokens = new SignalTokens(this.page);
  #link = "";

  constructor(page: Page, name: string) {
    super(page, name);
    // Disconnected from backstage, the page asks for a new token. If it hears only later that a host took
    // the guest away, the server refuses.
    this.watch.expects(/status of 403 .*\/backstage\/token\)/);
  }

  in(page: Page): Guest {
    return new Guest(page, this.name);
  }

  async opensInvite(link: string): Promise<void> {
    this.#link = link;
    await this.opens(link);
  }

  async opensInviteAgain(): Promise<void> {
    await this.opens(this.#link);
  }

  override async reloads(): Promise<void> {
    this.tokens.forget();
    await super.reloads();
  }

  /** This guest's identity to everyone else, from the token the page connects with. */
  async identity(): Promise<string> {
    return claimsOf(await this.tokens.first()).sub;
  }

  async knocks(link: string, name = this.name): Promise<void> {
    await this.opensInvite(link);
    await this.page.getByRole("textbox", { name: "Your name" }).fill(name);
    await this.page.getByRole("button", { name: "Ask to join" }).click();
    await this.waits();
  }

  async waits(): Promise<void> {
    await this.reads("The host knows you’re waiting.");
  }

  async letsTheHostSeeThem(seen: boolean): Promise<void> {
    const name = "Show the host a preview while I wait";
    await this.page.getByRole("switch", { name }).setChecked(seen);
  }

  async isOnStage(): Promise<void> {
    await expect(this.page.getByRole("toolbar", { name: "On stage" })).toBeVisible();
    await this.seesPictureOf(this.name);
  }

  get #countdown() {
    return this.page.getByRole("timer").filter({ hasText: /^[123]$/ });
  }

  /** The seconds until viewers see and hear this guest. */
  async seesCountdown(): Promise<void> {
    await expect(this.#countdown).toBeVisible();
    await this.reads("Viewers will see and hear you.");
    await expect(this.page.getByRole("toolbar", { name: "On stage" })).toHaveCount(0);
  }

  async seesSignLive(): Promise<void> {
    await expect(this.page.getByText("You’re live", { exact: true })).toBeVisible();
    await expect(this.#countdown).toHaveCount(0);
  }

  /** Admitted, but not visible. */
  async isBackstage(): Promise<void> {
    await this.reads(
      "You’re backstage. Hosts and other guests here can see and hear you. Viewers can’t.",
    );
    await expect(this.page.getByRole("toolbar", { name: "On stage" })).toHaveCount(0);
  }

  /** The outcome of the knock, as the guest's own page shows it. */
  async outcome(): Promise<"admitted" | "denied"> {
    const stage = this.page.getByRole("toolbar", { name: "On stage" });
    const denied = this.page.getByRole("heading", { name: "You weren’t admitted." });
    await expect(stage.or(denied)).toBeVisible();
    return (await stage.isVisible()) ? "admitted" : "denied";
  }

  async isToldDenied(): Promise<void> {
    await this.isTold("You weren’t admitted.");
  }

  async isToldRemoved(): Promise<void> {
    await this.isTold("You were removed from the show.");
  }

  async isToldTheEnd(): Promise<void> {
    await this.isTold("The show has ended.");
  }

  /** The single heading of a screen that ends the visit. */
  async isTold(title: string): Promise<void> {
    await expect(this.page.getByRole("heading", { name: title })).toBeVisible();
  }

  async leavesTheStage(): Promise<void> {
    await this.page.getByRole("button", { name: "Leave", exact: true }).click();
    await this.page.getByRole("button", { name: "Leave the stage" }).click();
    await this.isTold("You left.");
  }

  /** Knocks at the API with this browser's cookies; returns the status and the problem's code. */
  async knocksByApi(): Promise<{ status: number; code?: string }> {
    const { pathname, searchParams } = new URL(this.#link);
    // A short link ends with a code that takes the place of the token.
    const inviteToken = searchParams.get("invite_token") ?? pathname.replace("/j/", "");
    const answer = await this.page.request.post(roomAuth.path, {
      data: { inviteToken, guestName: this.name },
    });
    const { code } = await answer.json();
    return { status: answer.status(), code };
  }
}
