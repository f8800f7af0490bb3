import "server-only";
import { and, eq, notExists } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { guests } from "@/lib/db/schema/guests";
import { pictures } from "@/lib/db/schema/livestreams";

/** Deletes pictures of guests who no longer wait, whatever went wrong when their wait ended. */
export async function deleteStrayPictures({ db }: Pick<Context, "db">): Promise<void> {
  const waits = db
    .select({ identity: guests.identity })
    .from(guests)
    .where(
      and(
        eq(guests.mint, pictures.mint),
        eq(guests.identity, pictures.subject),
        eq(guests.status, "waiting"),
      ),
    );
  await db.delete(pictures).where(and(eq(pictures.kind, "guest"), notExists(waits)));
}
