import "server-only";
import { readdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { once } from "@/lib/once";
import type { Target } from "./raw-path";

/** The URL paths of the files in public/, listed on first use. */
const publicFiles = () =>
  once("public-files", () => {
    const folder = join(process.cwd(), "public");
    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile());
    return new Set(
      paths.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length)),
    );
  });

/**
 * Whether Next would serve a file here. It also finds files under escaped paths and with a trailing
 * slash.
 */
export function isStaticFile({ pathname }: Target): boolean {
  if (pathname.startsWith("/_next/static/")) return true;
  return publicFiles().has(decodeURIComponent(pathname).replace(/\/$/, ""));
}

/** Conditions that can fail. Next has no page for 412 and 416 and would answer 500. */
const conditions = ["range", "if-match", "if-unmodified-since"];

/** Strips conditional and range headers, so that Next answers with the whole file or 304. */
export function askForWholeFile({ headers }: IncomingMessage, response: ServerResponse): void {
  for (const name of conditions) delete headers[name];
  response.setHeader("Accept-Ranges", "none");
}
