import { passElementId } from "./hand-over";
import { fontHoldId, type LateScript, lateScriptsId } from "./page-parts";

/** Where the browser's own modules are, and the text of the one that stands in the page. */
export type BrowserModules = { liveKit: string; boot: string; late: string };

// React writes these elements and escapes every `<` and `"` of what people wrote.
const passElement = new RegExp(`<script id="${passElementId}"[^>]*>([^<]*)</script>`);
const scripts = /<script((?:\s[^>]*)?\ssrc="\/_next\/[^>]*)><\/script>/g;
const preloads = /<link rel="preload" as="(?:script|font)"[^>]*>/g;
const attribute = /([^\s="]+)(?:="([^"]*)")?/g;

/**
 * Turns a watch page that carries a pass into one that shows its first picture before Next's scripts
 * and its font are asked for; any other page stays what it is.
 */
export function holdScripts(html: string, modules: BrowserModules): string {
  const pass = passElement.exec(html)?.[1];
  if (!pass || !html.includes("<head>")) return html;
  const late: LateScript[] = [];
  const lean = html.replaceAll(preloads, "").replaceAll(scripts, (whole, written: string) => {
    const attributes = attributesIn(written);
    // For browsers that know no modules: every other one leaves it alone.
    if (attributes.some(([name]) => name.toLowerCase() === "nomodule")) return whole;
    late.push(attributes);
    return "";
  });
  // A function, since in a replacement text `$` is no dollar.
  return lean.replace("<head>", () => `<head>${head(pass, late, modules)}`);
}

function head(pass: string, late: LateScript[], { liveKit, boot, late: text }: BrowserModules) {
  const failed = "greenroomFirstPicture.loadPage()";
  return [
    '<meta charset="utf-8">',
    `<link rel="modulepreload" href="${liveKit}">`,
    `<link rel="modulepreload" href="${boot}">`,
    data(passElementId, pass),
    data(lateScriptsId, JSON.stringify(late).replaceAll("<", "\\u003c")),
    `<style id="${fontHoldId}">html{--font-latin:"latin Fallback"!important;--font-latin-ext:"latin Fallback"!important}</style>`,
    `<script>${text}</script>`,
    `<script type="module" async src="${boot}" onerror="${failed}"></script>`,
  ].join("");
}

const data = (id: string, json: string) =>
  `<script id="${id}" type="application/json">${json}</script>`;

const attributesIn = (written: string): LateScript =>
  [...written.matchAll(attribute)].map(([, name = "", value = ""]) => [name, unescaped(value)]);

const unescaped = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
