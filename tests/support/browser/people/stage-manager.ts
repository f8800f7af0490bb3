import { expect, type Locator } from "@playwright/test";
import { expectAccessible } from "@/tests/support/browser/accessible";
import { expectMovingPicture } from "@/tests/support/browser/probes";
import type { Persona } from "./persona";

/** A host's actions in the studio on backstage and the picture. */
export class StageManager {
  constructor(readonly host: Persona) {}

  get #page() {
    return this.host.page;
  }

  async #opensTab(name: string): Promise<void> {
    await this.#page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
  }

  // The waiting room

  async admitsBackstage(name: string): Promise<void> {
    await this.#opensTab("Waiting");
    await this.host.button(`Admit ${name} backstage`).click();
  }

  async deniesAndRevokes(name: string): Promise<void> {
    await this.#opensTab("Waiting");
    await this.#picks(`More options for ${name}`, "Deny and revoke link");
    await this.host.button("Deny and revoke").click();
  }

  async writesToWho(waits: string, text: string): Promise<void> {
    await this.#opensTab("Waiting");
    await this.#picks(`More options for ${waits}`, "Send a message");
    await this.#page.getByRole("textbox", { name: "Message" }).fill(text);
    await this.host.button("Send").click();
    await this.host.reads(`Message sent to ${waits}.`);
  }

  // People

  async seesBackstage(name: string): Promise<void> {
    await this.#opensTab("People");
    await expect(this.host.button(`Put on stage: ${name}`)).toBeVisible();
  }

  async putsOnStage(name: string): Promise<void> {
    await this.#opensTab("People");
    await this.host.button(`Put on stage: ${name}`).click();
  }

  async picksFor(name: string, item: string): Promise<void> {
    await this.#opensTab("People");
    await this.#picks(`Actions for ${name}`, item);
  }

  /** Opens a guest's permissions, and turns one on or off. */
  async lets(name: string, source: "Camera" | "Microphone" | "Screen", on: boolean): Promise<void> {
    await this.picksFor(name, "Mic, camera and screen permissions");
    const dialog = this.#page.getByRole("dialog", { name: `What ${name} can share` });
    const choice = dialog.getByRole("switch", { name: source });
    await expect(choice).toBeChecked({ checked: !on });
    await choice.setChecked(on);
    await expectAccessible(this.host, "what a guest may send");
    await this.#page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  }

  async #picks(menu: string, item: string): Promise<void> {
    await this.host.button(menu).click();
    await this.#page.getByRole("menuitem", { name: item, exact: true }).click();
  }

  /** Talks to the people backstage, or stops. */
  async talks(on: boolean): Promise<void> {
    const button = this.host.button("Talk to backstage");
    await expect(button).toHaveAttribute("aria-pressed", String(!on));
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", String(on));
  }

  // Backstage chat

  async says(text: string): Promise<void> {
    await this.#opensTab("Backstage");
    await saysBehindTheStage(this.host, text);
  }

  async reads(text: string): Promise<void> {
    await this.#opensTab("Backstage");
    await readsBehindTheStage(this.host, text);
  }

  async seesUnread(count: number): Promise<void> {
    await expect(this.#page.getByRole("tab", { name: `Backstage ${count}` })).toBeVisible();
  }

  // The picture

  async opensLook(): Promise<Locator> {
    await this.host.button("Look").click();
    return this.#page.getByRole("dialog", { name: "Look for everyone" });
  }

  scene(name: string): Locator {
    return this.#page
      .getByRole("toolbar", { name: "Scenes" })
      .getByRole("button", { name, exact: true });
  }

  async choosesScene(name: string): Promise<void> {
    await this.scene(name).click();
    await this.seesSceneOnAir(name);
  }

  async seesSceneOnAir(name: string): Promise<void> {
    await expect(this.scene(name)).toHaveAttribute("aria-pressed", "true");
  }

  // The strip

  get #strip(): Locator {
    return this.#page.getByRole("region", { name: "Order and volume" });
  }

  async movesRight(name: string): Promise<void> {
    await this.#strip.getByRole("button", { name: `Move ${name}` }).press("Space");
    // Said once the places are measured; before, an arrow key moves nothing.
    await this.host.isToldAloud(new RegExp(`${name}.* is at place 1 of 2`));
    await this.#page.keyboard.press("ArrowRight");
    await this.host.isToldAloud(new RegExp(`${name}.* is at place 2 of 2`));
    await this.#page.keyboard.press("Space");
  }

  turnsDown = (name: string) => this.#turns(name, "Home");
  turnsUp = (name: string) => this.#turns(name, "End");

  async #turns(name: string, key: "Home" | "End"): Promise<void> {
    await this.#strip.getByRole("button", { name: `Volume of ${name}` }).click();
    await this.#page.getByRole("slider", { name: "How loud viewers hear them" }).press(key);
    await this.#page.keyboard.press("Escape");
  }

  async previewsScenes(): Promise<void> {
    const popover = await this.opensLook();
    const preview = popover.getByRole("switch", { name: "Preview scenes first" });
    await preview.setChecked(true);
    await expect(preview).toBeChecked();
    await this.#page.keyboard.press("Escape");
  }

  async shows(banner: string): Promise<void> {
    const popover = await this.opensLook();
    await popover.getByRole("textbox", { name: "Banner" }).fill(banner);
    await popover.getByRole("button", { name: "Show" }).click();
    await expect(popover.getByRole("button", { name: "Hide" })).toBeVisible();
    await this.#page.keyboard.press("Escape");
  }
}

/** Pictures of the others backstage. */
export const facesBackstage = ({ page }: Persona): Locator =>
  page.getByRole("list", { name: "People backstage" }).getByRole("listitem");

export const meetsBackstage = (persona: Persona, name: string): Promise<void> =>
  expectMovingPicture(facesBackstage(persona).filter({ hasText: name }).locator("video"));

const behind = (persona: Persona) => persona.page.getByRole("region", { name: "Backstage chat" });

export async function saysBehindTheStage(persona: Persona, text: string): Promise<void> {
  await behind(persona).getByRole("textbox", { name: "Message" }).fill(text);
  await behind(persona).getByRole("button", { name: "Send" }).click();
  await readsBehindTheStage(persona, text);
}

export async function readsBehindTheStage(persona: Persona, text: string): Promise<void> {
  const said = behind(persona).getByRole("log").getByText(text, { exact: true });
  await expect(said).toBeVisible();
}

/** Whose tile takes the largest part of the stage. */
export async function expectLargest(persona: Persona, name: string): Promise<void> {
  await expect
    .poll(async () => {
      const tiles = await persona.stage.getByRole("figure").all();
      const sizes = await Promise.all(
        tiles.map(async (tile) => {
          const box = await tile.boundingBox();
          const label = (await tile.getAttribute("aria-label")) ?? "";
          return { label, area: (box?.width ?? 0) * (box?.height ?? 0) };
        }),
      );
      const [first, second] = sizes.sort((a, b) => b.area - a.area);
      return first && first.area > (second?.area ?? 0) * 1.5 ? first.label : "nobody";
    })
    .toContain(name);
}
