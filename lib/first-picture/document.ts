import "server-only";
import { createTranslator } from "next-intl";
import { env } from "@/lib/env";
import { type DocumentVisit, documentIds } from "@/lib/watch-document";
import { catalogues } from "@/lib/words/catalogues";
import { isolated } from "@/lib/words/isolated";
import type { Locale } from "@/lib/words/locales";
import type { BrowserModules } from "./modules";
import { outlineOf } from "./outline";
import type { Shell } from "./shell";

type Made = { locale: Locale; shell: Shell; modules: BrowserModules; nonce: string };

/** As app/layout.tsx has it: the outline is there before what the page says of itself. */
const viewport =
  "width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content";
/** Keeps the page's font from being fetched before the picture. */
const fontHold = `<style id="${documentIds.fontHold}">html{--font-latin:"latin Fallback"!important;--font-latin-ext:"latin Fallback"!important}</style>`;

/**
 * The watch page's document for one visit: what the picture needs stands first, then what the shell has
 * prepared. Next's scripts, styles and data come after the picture (lib/client/first-picture).
 */
export function watchDocument(visit: DocumentVisit, made: Made): string {
  const { locale, shell, modules, nonce } = made;
  const { liveKit, boot, late, outline } = modules;
  const isOpen = "pass" in visit;
  const script = `<script nonce="${nonce}">${late}</script>`;
  return [
    `<!DOCTYPE html>${shell.tags.html}<head><meta charset="utf-8">`,
    `<meta name="viewport" content="${viewport}">`,
    isOpen ? preloads(liveKit, boot) : "",
    data(documentIds.visit, visit),
    fontHold,
    script,
    isOpen ? `<script type="module" async src="${boot}"></script>` : "",
    headOf(visit, locale),
    shell.head.join(nonce),
    `</head>${shell.tags.body}`,
    `<noscript>${wordsOf(visit, locale)}</noscript>`,
    isOpen ? outlineOf(visit.livestream, visit.rectangles, outline) : "",
    shell.body.join(nonce),
    data(documentIds.late, shell.late),
    "</body></html>",
  ].join("");
}

const preloads = (...modules: string[]) =>
  modules.map((module) => `<link rel="modulepreload" href="${module}">`).join("");

/** The page's name, and its one address where it may be known. */
function headOf(visit: DocumentVisit, locale: Locale): string {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: "watch.meta" });
  if (!("pass" in visit)) return `<title>${text(`${t(visit.closed)} · Greenroom`)}</title>`;
  const { mint, title, creator, visibility } = visit.livestream;
  const name = t("title", { title: isolated(title), creator: isolated(creator.name) });
  const canonical = `<link rel="canonical" href="${env().publicUrl}/watch/${mint}">`;
  return [
    `<title>${text(`${name} · Greenroom`)}</title>`,
    visibility === "private" ? "" : canonical,
    visibility === "public" ? "" : '<meta name="robots" content="noindex">',
  ].join("");
}

/** What there is to read without scripts. */
function wordsOf(visit: DocumentVisit, locale: Locale): string {
  if ("pass" in visit) {
    const { title, description } = visit.livestream;
    return `<h1 dir="auto">${text(title)}</h1><p dir="auto">${text(description)}</p>`;
  }
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: "watch.closed" });
  const why = visit.closed;
  return `<h1>${text(t(`${why}.title`))}</h1><p>${text(t(`${why}.lede`))}</p>`;
}

const data = (id: string, value: unknown) =>
  `<script id="${id}" type="application/json">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>`;

const text = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
