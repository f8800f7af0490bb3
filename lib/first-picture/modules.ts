import "server-only";
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { once } from "@/lib/once";

/** Where the browser's own modules are, and the text of the one that stands in the page. */
export type BrowserModules = {
  liveKit: string;
  boot: string;
  late: string;
  /** How the page's outline looks, and what the build made of the names of its classes. */
  outline: { style: string; classes: Record<string, string> };
};

const folder = () =>
  join(
    /* turbopackIgnore: true */ process.cwd(),
    ".browser-modules",
    process.env.NEXT_DIST_DIR ?? ".next",
  );

/** The modules of this build (scripts/launcher/builds/browser-modules.mjs). */
export const browserModules = () =>
  once<BrowserModules>("browser-modules", () =>
    JSON.parse(readFileSync(join(folder(), "manifest.json"), "utf8")),
  );
const files = () =>
  once("browser-module-files", async () => {
    const names = (await readdir(folder())).filter((name) => /\.js(?:\.br)?$/.test(name));
    const read = names.map(async (name) => [name, await readFile(join(folder(), name))] as const);
    return new Map(await Promise.all(read));
  });

/**
 * A module's text, packed with Brotli for whom next.config.js tells that it is; null for a name that
 * this build does not have.
 */
export async function moduleFile(name: string, { packed }: { packed: boolean }) {
  const body = (await files()).get(packed ? `${name}.br` : name);
  return body ? { type: "text/javascript; charset=utf-8", body } : null;
}
