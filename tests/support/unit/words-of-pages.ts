import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** The files of `app` that Next renders as pages, or around them. */
export const pages = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
  .map((path) => `app/${path.replaceAll("\\", "/")}`)
  .filter((path) => /\/(?:page|layout|error|not-found)\.tsx$/.test(path));

/** The namespaces that a page passes to `PageWords`. */
export const namespacesSentBy = (page: string): string[] =>
  [...read(page).matchAll(/(?:const words = |of=\{)\[([^\]]*)\]/g)].flatMap(([, list = ""]) =>
    [...list.matchAll(/"([a-z-]+)"/g)].map(([, name = ""]) => name),
  );

/** The namespaces that a page's modules read in the browser: its client modules, and what they import. */
export function namespacesReadBy(page: string): Set<string> {
  const read = new Set<string>();
  const seen = new Set<string>();
  const walk = (path: string, imported: boolean) => {
    const source = sourceOf(path);
    const inBrowser = imported || source.startsWith('"use client"');
    const step = `${path} ${inBrowser}`;
    if (seen.has(step)) return;
    seen.add(step);
    if (inBrowser) for (const name of namespacesIn(source)) read.add(name);
    for (const each of importsOf(path, source)) walk(each, inBrowser);
  };
  walk(page, false);
  return read;
}

// Types need no words.
const sourceOf = (path: string) => read(path).replace(/^import type .*$/gm, "");

const namespacesIn = (source: string) =>
  [...source.matchAll(/\b(?:useTranslations|say)\([^()"`]*["`]([a-z-]+)/g)].map(
    ([, name = ""]) => name,
  );

function importsOf(path: string, source: string): string[] {
  const named = [...source.matchAll(/(?:from|import)\s*\(?\s*"(@\/|\.{1,2}\/)([^"]+)"/g)];
  return named.flatMap(([, start = "", rest = ""]) => {
    const base = start === "@/" ? rest : join(dirname(path), start, rest);
    return [`${base}.ts`, `${base}.tsx`].filter((file) => existsSync(join(root, file)));
  });
}
