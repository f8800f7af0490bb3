import { expect } from "@playwright/test";
import { Persona } from "./persona";
import { SignalTokens } from "./signal-tokens";

export class Guest extends Persona {
  readonly tokens = new SignalTokens(this.page);

  async knocks(inviteUrl: string, name = this.name): Promise<void> {
    await this.opens(inviteUrl);
    await this.page.getByRole("textbox", { name: "Your name" }).fill(name);
    await this.page.getByRole("button", { name: "Ask to join" }).click();
    await this.waits();
  }

  async waits(): Promise<void> {
    await this.reads("The host can see that you are waiting.");
  }

  async isOnStage(): Promise<void> {
    await expect(this.tile(this.name)).toBeVisible();
  }
}
