import "server-only";
import { mint } from "@/lib/contracts/fields";
import type { Queries } from "@/lib/db/client";
import { livestreamFor } from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";

/** The mint of a livestream that has not ended, whoever may watch it: operators see them all. */
export async function requireOpenRoom(db: Queries, room: string): Promise<string> {
  const named = mint.safeParse(room);
  const found = named.success ? await livestreamFor(db, named.data, null) : null;
  if (!found) {
    throw new Problem("livestream-not-found", "There is no livestream with this mint.");
  }
  if (found.status === "ended") {
    throw new Problem("livestream-ended", "This livestream has ended.");
  }
  return found.mint;
}
