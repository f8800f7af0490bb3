import "server-only";
import { and, eq, isNull, lt } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { participants } from "@/lib/db/schema";

/** Every token a viewer could still hold has expired long before. */
const afterMs = 24 * 3_600_000;

/** Each look at a show makes a viewer's row; those who have gone need none. */
export async function forgetViewers({ db, now }: Pick<Context, "db" | "now">): Promise<void> {
  await db
    .delete(participants)
    .where(
      and(
        eq(participants.role, "viewer"),
        isNull(participants.sid),
        isNull(participants.removedAt),
        lt(participants.createdAt, new Date(now().getTime() - afterMs)),
      ),
    );
}
