import "server-only";
import { join } from "node:path";
import sharp from "sharp";
import type { BrandPicture } from "@/lib/contracts/common/brand";
import { readableOn } from "@/lib/contracts/common/contrast";
import { escaped } from "@/lib/words/escaped";
import { type Card, cardSize } from "./card";

const font = (name: string) =>
  join(
    /* turbopackIgnore: true */ process.cwd(),
    "node_modules/@expo-google-fonts/hanken-grotesk",
    name,
  );
const faces = {
  strong: {
    font: "Hanken Grotesk SemiBold",
    fontfile: font("600SemiBold/HankenGrotesk_600SemiBold.ttf"),
  },
  plain: { font: "Hanken Grotesk", fontfile: font("400Regular/HankenGrotesk_400Regular.ttf") },
};

type Colours = Record<"ground" | "ink" | "soft" | "go" | "tally", string>;
/** The dark theme's colours, since most pictures around a link preview are brighter. */
const usual: Colours = {
  ground: "#100f0d",
  ink: "#eae8e3",
  soft: "#bab7b1",
  go: "#54c57a",
  tally: "#d8372f",
};

/** A kit's pictures, as they are stored. */
export type CardPictures = Record<BrandPicture, Uint8Array | null>;
const noPictures: CardPictures = { logo: null, background: null, overlay: null };

const margin = 80;
const inner = cardSize.width - 2 * margin;
const titleHeight = 272;
const lines = { by: 480, note: 534 };
const logoSize = { width: 320, height: 80 };

type Words = { text: string; face: keyof typeof faces; size: number; colour: string };

/**
 * Draws the card as a PNG; takes about 50 ms, with a background about 300. Uses the bundled fonts, and the system's for
 * other scripts. A brand kit's parts lie over each other as in the programme.
 */
export async function drawCard(card: Card, pictures = noPictures): Promise<Buffer> {
  const { ground, ...inks } = coloursOf(card, pictures);
  const noteLeft = margin + (card.onAir ? 38 : 0);
  const [background, overlay, head, title, by, note] = await Promise.all([
    pictures.background && filling(pictures.background, "cover"),
    pictures.overlay && filling(pictures.overlay, "fill"),
    pictures.logo
      ? sharp(pictures.logo)
          .resize({ ...logoSize, fit: "inside", withoutEnlargement: true })
          .png()
          .toBuffer()
      : line({ text: card.site, face: "strong", size: 36, colour: inks.ink }, inner - 60),
    titleOf(card.title, inks.ink),
    line({ text: card.by, face: "strong", size: 38, colour: inks.ink }, inner),
    line({ text: card.note, face: "plain", size: 36, colour: inks.soft }, inner - 38),
  ]);
  return sharp(filled(ground))
    .composite([
      ...(background ? [{ input: background }, { input: scrim }] : []),
      ...(overlay ? [{ input: overlay }] : []),
      ...(pictures.logo
        ? [{ input: head, left: margin, top: 60 }]
        : [{ input: mark(inks) }, { input: head, left: margin + 60, top: 74 }]),
      ...(card.onAir ? [{ input: dot(inks) }] : []),
      { input: title, left: margin, top: 172 },
      { input: by, left: margin, top: lines.by },
      { input: note, left: noteLeft, top: lines.note },
    ])
    .png({ palette: true, quality: 90 })
    .toBuffer();
}

/** As the programme's cards have them: those of the kit only where no background is behind the text. */
function coloursOf({ brand }: Card, { background }: CardPictures): Colours {
  if (!brand?.accent || background) return usual;
  const ink = readableOn(brand.accent, brand.text);
  return { ground: brand.accent, ink, soft: ink, go: ink, tally: ink };
}

/** An overlay is stretched by a few percent, so that a frame drawn for 16:9 stays whole. */
const filling = (picture: Uint8Array, fit: "cover" | "fill") =>
  sharp(picture)
    .resize({ ...cardSize, fit })
    .png()
    .toBuffer();

const layer = (content: string) =>
  Buffer.from(`
<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" fill="none">
  ${content}
</svg>`);

const filled = (colour: string, opacity = 1) =>
  layer(`<rect width="100%" height="100%" fill="${colour}" fill-opacity="${opacity}"/>`);

/** As dark as the one over a background in the programme (globals.css). */
const scrim = filled(usual.ground, 0.72);

const mark = ({ ink, go }: Omit<Colours, "ground">) =>
  layer(`<g transform="translate(${margin} 68) scale(2)">
    <path d="M18.72 5.28A9.5 9.5 0 1 0 21.5 12H17" stroke="${ink}" stroke-width="3"/>
    <circle cx="12" cy="12" r="3" fill="${go}"/>
  </g>`);

const dot = ({ tally }: Omit<Colours, "ground">) =>
  layer(`<circle cx="${margin + 12}" cy="${lines.note + 17}" r="12" fill="${tally}"/>`);

/** As large as its length allows, and scaled down if it is still too high. */
async function titleOf(text: string, ink: string): Promise<Buffer> {
  const size = text.length <= 28 ? 92 : text.length <= 64 ? 76 : 56;
  const words: Words = { text, face: "strong", size, colour: ink };
  const drawn = await sharp({ text: { ...written(words), width: inner, wrap: "word-char" } })
    .png()
    .toBuffer();
  return within(drawn, titleHeight);
}

/**
 * A single line. An invisible stroke as high as any letter keeps the baseline in the same place.
 */
async function line(words: Words, width: number): Promise<Buffer> {
  const { text, ...look } = written(words);
  const drawn = await sharp({ text: { ...look, text: `${text}<span alpha="1">|</span>` } })
    .png()
    .toBuffer();
  return within(drawn, cardSize.height, width);
}

const within = (drawn: Buffer, height: number, width = inner) =>
  sharp(drawn).resize({ width, height, fit: "inside", withoutEnlargement: true }).png().toBuffer();

const written = ({ text, face, size, colour }: Words) => ({
  ...faces[face],
  font: `${faces[face].font} ${size}`,
  text: `<span foreground="${colour}">${escaped(text)}</span>`,
  rgba: true,
  dpi: 72,
});
