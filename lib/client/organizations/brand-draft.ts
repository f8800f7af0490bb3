import type { Brand } from "@/lib/contracts/accounts/brand";
import { colourPattern } from "@/lib/contracts/common/brand";
import { contrast, readableOn, shapeContrast } from "@/lib/contracts/common/contrast";

/** The colours as they are typed, and the size of names. */
export type BrandDraft = { accent: string; text: string } & Pick<Brand, "nameSize">;

export const draftOf = ({ accent, text, nameSize }: Brand): BrandDraft => ({
  accent: accent ?? "",
  text: text ?? "",
  nameSize,
});

type Colours = Pick<Brand, "accent" | "text" | "nameSize">;

/** What differs from the brand: another admin may have changed the rest meanwhile. */
export const changesTo = (brand: Brand, { accent, text, nameSize }: Colours): Partial<Colours> => ({
  ...(accent !== brand.accent && { accent }),
  ...(text !== brand.text && { text }),
  ...(nameSize !== brand.nameSize && { nameSize }),
});

/** The fields after saving: as saved, except those that were edited meanwhile. */
export function draftAfter(saved: Brand, sent: BrandDraft, now: BrandDraft): BrandDraft {
  const stored = draftOf(saved);
  return {
    accent: now.accent === sent.accent ? stored.accent : now.accent,
    text: now.text === sent.text ? stored.text : now.text,
    nameSize: now.nameSize === sent.nameSize ? stored.nameSize : now.nameSize,
  };
}

/** A typed colour; null for none, undefined while it is not complete. */
export function typedColour(typed: string): string | null | undefined {
  const colour = typed.trim().toLowerCase();
  if (colour === "") return null;
  return colourPattern.test(colour) ? colour : undefined;
}

/** The brand with the draft's colours, as far as they are complete. */
export function drafted(brand: Brand, { accent, text, nameSize }: BrandDraft): Brand {
  const [typedAccent, typedText] = [typedColour(accent), typedColour(text)];
  return {
    ...brand,
    accent: typedAccent === undefined ? brand.accent : typedAccent,
    text: typedText === undefined ? brand.text : typedText,
    nameSize,
  };
}

export type ContrastReport = {
  /** `good`: the chosen colour. `chosen`: none was. `replaced`: it was too weak, and `ratio` is its own. */
  text: { is: "good" | "chosen" | "replaced"; used: "black" | "white" | "own"; ratio: number };
  /** The themes in whose pages the accent colour is hard to see, with its ratio. */
  weak: Partial<Record<Theme, number>>;
};
type Theme = "light" | "dark";

/** What the show makes of an accent and a text colour, on pages with these grounds. */
export function contrastReport(
  accent: string,
  text: string | null,
  grounds: Record<Theme, string>,
): ContrastReport {
  const readable = readableOn(accent, text);
  const used = readable === text ? "own" : readable === "#000000" ? "black" : "white";
  const is = used === "own" ? "good" : text === null ? "chosen" : "replaced";
  const ratio = contrast(accent, is === "replaced" && text ? text : readable);
  const weak = (["light", "dark"] as const).flatMap((theme) => {
    const against = contrast(accent, grounds[theme]);
    return against < shapeContrast ? [[theme, against] as const] : [];
  });
  return { text: { is, used, ratio }, weak: Object.fromEntries(weak) };
}
