import "server-only";
import { readFileSync } from "node:fs";
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
