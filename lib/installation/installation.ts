import "server-only";
import { hearSettings, isListening } from "@/lib/db/bus";
import { db } from "@/lib/db/client";
import { once } from "@/lib/once";
import { type Installation, readInstallation } from "./read-installation";

type Kept = {
  /** The latest, if nothing has changed since. */
  settings: Installation | null;
  /** The last that was read, for pages that say that the database cannot be reached. */
  last: Installation | null;
  changes: number;
};

const kept = () =>
  once("installation", () => {
    const made: Kept = { settings: null, last: null, changes: 0 };
    hearSettings(() => {
      made.settings = null;
      made.changes++;
    });
    return made;
  });

/**
 * The installation's settings, to show them. Kept in memory while this process hears of every change: pages
 * read them, and the first picture waits for them.
 */
export async function installation(): Promise<Installation> {
  const cache = kept();
  const hears = isListening();
  if (hears && cache.settings) return cache.settings;
  const { changes } = cache;
  try {
    cache.last = await readInstallation(db());
  } catch (error) {
    if (cache.last) return cache.last;
    throw error;
  }
  // A change that was announced during the query may be newer than its result.
  if (hears && changes === cache.changes) cache.settings = cache.last;
  return cache.last;
}
