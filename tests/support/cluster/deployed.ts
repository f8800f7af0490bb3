import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes a file of deploy/ to a folder, with nothing changed but these texts; returns its path. */
export function deployed(
  file: string,
  folder: string,
  name: string,
  changes: Record<string, string>,
): string {
  const text = Object.entries(changes).reduce(
    (before, [shown, here]) => {
      if (!before.includes(shown)) throw new Error(`deploy/${file} has no "${shown}"`);
      return before.replaceAll(shown, here);
    },
    readFileSync(join("deploy", file), "utf8"),
  );
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
