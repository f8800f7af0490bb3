import "server-only";
import { createTranslator } from "next-intl";
import { env } from "@/lib/env";
import { once } from "@/lib/once";
import { type DocumentVisit, documentIds } from "@/lib/watch-document";
import { catalogues } from "@/lib/words/catalogues";
import { escaped } from "@/lib/words/escaped";
import type { Locale } from "@/lib/words/locales";
import { showTitle, titled } from "@/lib/words/page-title";
import type { BrowserModules } from "./modules";
import { outlineOf } from "./outline";
import type { Shell } from "./shell";

type Made = { locale: Locale; shell: Shell; modules: BrowserModules; nonce: string; site: string };

/** Delays the page's font until after the picture. */
const fontHold = `<style id="${documentIds.fontHold}">html{--font-latin:"latin Fallback"!important;--font-latin-ext:"latin Fallback"!important}</style>`;

/**
 * The watch page's document for one visit: what the picture needs comes first, then the prepared
 * parts of the shell. Next's scripts, styles and data load after the picture
 * (lib/client/first-picture).
 */
export function watchDocument(visit: DocumentVisit, made: Made): string {
  const { locale, shell, modules, nonce, site } = made;
  const { liveKit, boot, late, outline } = modules;
  const isOpen = "pass" in visit;
  const script = `<script nonce="${nonce}">${late}</script>`;
  return [
    `<!DOCTYPE html>${shell.tags.html}<head><meta charset="utf-8">`,
    shell.tags.viewport,
    isOpen ? preloads(liveKit, boot) : "",
    data(documentIds.visit, visit),
    fontHold,
    script,
    isOpen ? `<script type="module" async src="${boot}"></script>` : "",
    headOf(visit, locale, site),
    shell.head.join(nonce),
    `</head>${shell.tags.body}`,
    `<noscript>${readableOf(visit, locale)}</noscript>`,
    isOpen ? outlineOf(visit.livestream, visit.rectangles, outline) : "",
    shell.body.join(nonce),
    data(documentIds.late, shell.late),
    "</body></html>",
  ].join("");
}

const preloads = (...modules: string[]) =>
  modules.map((module) => `<link rel="modulepreload" href="${module}">`).join("");

/** Created once per language, because a translator caches the messages it has parsed. */
const wordsIn = (locale: Locale) =>
  once(`watch-document-words.${locale}`, () =>
    createTranslator({ locale, messages: catalogues[locale], namespace: "watch" }),
  );

/** The page's title, and its canonical URL unless the show is private. */
function headOf(visit: DocumentVisit, locale: Locale, site: string): string {
  const t = wordsIn(locale);
  if (!("pass" in visit)) return titleOf(t(`meta.${visit.closed}`), site);
  const { mint, visibility } = visit.livestream;
  const canonical = `<link rel="canonical" href="${env().publicUrl}/watch/${mint}">`;
  return [
    titleOf(
      showTitle((key, values) => t(`meta.${key}`, values), visit.livestream),
      site,
    ),
    visibility === "private" ? "" : canonical,
    visibility === "public" ? "" : '<meta name="robots" content="noindex">',
  ].join("");
}

const titleOf = (page: string, site: string) => `<title>${escaped(titled(page, site))}</title>`;

/** The content readable without scripts. */
function readableOf(visit: DocumentVisit, locale: Locale): string {
  if ("pass" in visit) {
    const { title, description } = visit.livestream;
    return `<h1 dir="auto">${escaped(title)}</h1><p dir="auto">${escaped(description)}</p>`;
  }
  const t = wordsIn(locale);
  const why = `closed.${visit.closed}` as const;
  return `<h1>${escaped(t(`${why}.title`))}</h1><p>${escaped(t(`${why}.lede`))}</p>`;
}

const data = (id: string, value: unknown) =>
  `<script id="${id}" type="application/json">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>`;
