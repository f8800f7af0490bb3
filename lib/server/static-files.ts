import "server-only";
import { readdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { once } from "@/lib/once";
import type { Target } from "./raw-path";

/** The addresses in public/, listed when they are first needed, as Next lists them when it starts. */
const publicFiles = () =>
  once("public-files", () => {
    const folder = join(process.cwd(), "public");
    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile());
    return new Set(
      paths.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length)),
    );
  });

/** Whether Next answers with a file: it finds them under escaped paths and with a slash behind, too. */
export function isStaticFile({ pathname }: Target): boolean {
  if (pathname.startsWith("/_next/static/")) return true;
  return publicFiles().has(decodeURIComponent(pathname).replace(/\/$/, ""));
}

/** Each may fail, and Next has no page for 412 and 416: it answers 500 instead. */
const conditions = ["range", "if-match", "if-unmodified-since"];

/** Lets Next answer with the whole file or 304. */
export function askForWholeFile({ headers }: IncomingMessage, response: ServerResponse): void {
  for (const name of conditions) delete headers[name];
  response.setHeader("Accept-Ranges", "none");
}
