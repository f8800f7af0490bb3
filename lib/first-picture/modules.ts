import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { once } from "@/lib/once";

/** The URLs of the browser modules, and the code of the one that is inlined. */
export type BrowserModules = {
  liveKit: string;
  boot: string;
  late: string;
  /** The outline's CSS, and its class names as renamed by the build. */
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
