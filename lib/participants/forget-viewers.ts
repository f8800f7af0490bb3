import "server-only";
import { and, eq, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { participants } from "@/lib/db/schema/participants";

/** A token may be refreshed for a day after its end; then no row is asked for any more. */
const afterMs = 26 * 3_600_000;

/** Each look at a show makes a viewer's row; those who have gone need none. */
export async function forgetViewers({ db, now }: Pick<Context, "db" | "now">): Promise<void> {
  await db.delete(participants).where(
    and(
      eq(participants.role, "viewer"),
      isNull(participants.sid),
      isNull(participants.removedAt),
      lt(
        sql`greatest(${participants.createdAt}, ${participants.leftAt})`,
        new Date(now().getTime() - afterMs),
      ),
      // An account that is its own identity has one row, which also says what is void.
      or(isNull(participants.accountId), ne(participants.identity, participants.accountId)),
    ),
  );
}
