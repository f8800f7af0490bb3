import "server-only";
import { mint } from "@/lib/contracts/common/fields";
import type { Queries } from "@/lib/db/client";
import { livestreamFor, livestreamNotFound, refuseEnded } from "@/lib/livestreams/find-livestream";

/** The mint of a livestream that has not ended, of any visibility: operators see them all. */
export async function requireOpenRoom(db: Queries, room: string): Promise<string> {
  const named = mint.safeParse(room);
  const found = named.success ? await livestreamFor(db, named.data, null) : null;
  if (!found) throw livestreamNotFound();
  refuseEnded(found.status);
  return found.mint;
}
