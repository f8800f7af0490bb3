import type { Locator } from "@playwright/test";
import type { BrandPicture } from "@/lib/contracts/common/brand";
import type { Persona } from "./people/persona";

type Words = { ground: string; ink: string };
type Shown = { src: string; place: number[] } | null;
/** What a brand kit makes of a programme: sizes and places in its units. */
export type Branded = {
  name: (Words & { size: number }) | null;
  banner: Words | null;
  pictures: Record<BrandPicture, Shown>;
};

/** How names, banner and the kit's pictures look in a programme; a picture counts once it is drawn. */
export async function brandedOn(stage: Locator): Promise<Branded> {
  return stage.evaluate((section): Branded => {
    const frame = section.querySelector("[data-programme]");
    if (!frame)
      return {
        name: null,
        banner: null,
        pictures: { logo: null, background: null, overlay: null },
      };
    const whole = frame.getBoundingClientRect();
    const words = (element: Element) => {
      const { backgroundColor, color } = getComputedStyle(element);
      return { ground: backgroundColor, ink: color };
    };
    const pictureOf = (kind: string): Shown => {
      const picture = frame.querySelector<HTMLImageElement>(`img[src*="/brand/pictures/${kind}"]`);
      if (!picture?.naturalWidth) return null;
      const { x, y, width, height } = picture.getBoundingClientRect();
      const inside = [(x - whole.x) / whole.width, (y - whole.y) / whole.height];
      const sizes = [width / whole.width, height / whole.height];
      const units = [1600, 900, 1600, 900];
      const place = [...inside, ...sizes].map((part, side) =>
        Math.round(part * (units[side] ?? 0)),
      );
      return { src: new URL(picture.src).pathname + new URL(picture.src).search, place };
    };
    const name = frame.querySelector("figcaption");
    const size = name ? Number.parseFloat(getComputedStyle(name).fontSize) : 0;
    const banner = [...frame.querySelectorAll("p.on-picture")].find(
      ({ textContent }) => textContent,
    );
    return {
      name: name && { ...words(name), size: Math.round((size / whole.width) * 1600) },
      banner: banner ? words(banner) : null,
      pictures: {
        logo: pictureOf("logo"),
        background: pictureOf("background"),
        overlay: pictureOf("overlay"),
      },
    };
  });
}

/** An admin at the page of an organization's brand kit. */
export class BrandDesk {
  constructor(readonly admin: Persona) {}

  get preview(): Locator {
    return this.admin.page.getByRole("region", { name: "Preview of a show" });
  }

  async opens(orgId: string): Promise<void> {
    await this.admin.opens(`/account/organizations/${orgId}/brand`);
  }

  async types(field: "Accent color" | "Text color", colour: string): Promise<void> {
    await this.admin.page.getByRole("textbox", { name: field, exact: true }).fill(colour);
  }

  async choosesNameSize(size: string): Promise<void> {
    await this.admin.page.getByRole("combobox", { name: "Name size" }).selectOption(size);
  }

  async saves(): Promise<void> {
    await this.admin.button("Save").click();
  }

  async sends(field: "Logo" | "Background" | "Overlay", picture: Uint8Array): Promise<void> {
    await this.admin.page.getByLabel(field, { exact: true }).setInputFiles({
      ...{ name: "picture.png", mimeType: "image/png" },
      buffer: Buffer.from(picture),
    });
  }
}
