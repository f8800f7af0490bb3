import { passElementId } from "@/lib/client/room/hand-over";
import type { RoomToken } from "@/lib/contracts/tokens";
import { fontHoldId, type LateScript, lateScriptsId } from "./page-parts";

/** Where the browser's own modules are, and the text of the one that stands in the page. */
export type BrowserModules = {
  liveKit: string;
  boot: string;
  late: string;
  /** How the page's outline looks, and what the build made of the names of its classes. */
  outline: { style: string; classes: Record<string, string> };
};

const scripts = /<script((?:\s[^>]*)?\ssrc="\/_next\/[^>]*)><\/script>/g;
const preloads = /<link rel="preload" as="(?:script|font)"[^>]*>/g;
/** As app/layout.tsx has it: the outline is there before what the page says of itself. */
const viewport =
  "width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content";
const attribute = /([^\s="]+)(?:="([^"]*)")?/g;

/**
 * The beginning of a page that shows its first picture before Next's scripts and its font are asked
 * for: all that the picture needs, and nothing of the page. What Next's own beginning says of the
 * document, a parser adds to this one (HTML, 13.2.6.4.7, a second start tag "html").
 */
export function headOf(
  pass: RoomToken,
  { liveKit, boot, late }: Pick<BrowserModules, "liveKit" | "boot" | "late">,
  nonce: string,
): string {
  return [
    '<!DOCTYPE html><html><head><meta charset="utf-8">',
    `<meta name="viewport" content="${viewport}">`,
    `<link rel="modulepreload" href="${liveKit}">`,
    `<link rel="modulepreload" href="${boot}">`,
    data(passElementId, pass),
    `<style id="${fontHoldId}">html{--font-latin:"latin Fallback"!important;--font-latin-ext:"latin Fallback"!important}</style>`,
    `<script nonce="${nonce}">${late}</script>`,
    `<script type="module" async src="${boot}"></script>`,
  ].join("");
}

/** Next's page as it goes on after that beginning: its scripts listed instead of loaded. */
export function withoutScripts(html: string): string {
  const late: LateScript[] = [];
  const lean = html.replaceAll(preloads, "").replaceAll(scripts, (whole, written: string) => {
    const attributes = attributesIn(written);
    // For browsers that know no modules: every other one leaves it alone.
    if (attributes.some(([name]) => name.toLowerCase() === "nomodule")) return whole;
    late.push(attributes);
    return "";
  });
  const list = data(lateScriptsId, late);
  // A function, since in a replacement text `$` is no dollar.
  return lean.replace(/^<!DOCTYPE html>/i, "").replace("<head>", () => `<head>${list}`);
}

const data = (id: string, value: unknown) =>
  `<script id="${id}" type="application/json">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>`;

const attributesIn = (written: string): LateScript =>
  [...written.matchAll(attribute)].map(([, name = "", value = ""]) => [name, unescaped(value)]);

const unescaped = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
