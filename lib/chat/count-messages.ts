import "server-only";
import { and, count, eq, isNull } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { chatMessages } from "@/lib/db/schema/chat";

/** The number of public messages that have not been deleted. */
export async function countMessages(db: Queries, mint: string): Promise<number> {
  const [row] = await db
    .select({ messages: count() })
    .from(chatMessages)
    .where(
      and(
        eq(chatMessages.mint, mint),
        eq(chatMessages.channel, "show"),
        isNull(chatMessages.deletedAt),
      ),
    );
  return row?.messages ?? 0;
}
