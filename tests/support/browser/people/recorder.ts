import { expect } from "@playwright/test";
import { Persona } from "./persona";

/** A browser that nobody attends, such as OBS's: it opens a link to the programme and is left alone. */
export class Recorder extends Persona {
  async seesCard(text: string): Promise<void> {
    await expect(this.stage.getByText(text)).toBeVisible();
    await this.seesOnStage(0);
  }

  /** Nothing on the page can be pressed. */
  async hasNothingToClick(): Promise<void> {
    const page = this.page.getByRole("main");
    await expect(page.getByRole("button").or(page.getByRole("link"))).toHaveCount(0);
  }

  async losesTheShow(): Promise<void> {
    this.watch.expects(/status of 404 .*\/programme\/token/);
    await this.reads("This link was replaced or turned off.");
    await expect(this.stage).toHaveCount(0);
  }
}
