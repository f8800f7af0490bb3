import "server-only";
import { eq, sql } from "drizzle-orm";
import type { ChatMessage } from "@/lib/contracts/chat";
import type { Queries } from "@/lib/db/client";
import { type chatMessages, livestreams } from "@/lib/db/schema";

export function toChatMessage(row: typeof chatMessages.$inferSelect): ChatMessage {
  return {
    seq: row.seq,
    revision: row.revision,
    author: { subject: row.author, name: row.authorName, role: row.authorRole },
    text: row.deletedAt ? null : row.text,
    sentAt: row.sentAt.toISOString(),
  };
}

/**
 * The next number of a livestream's chat. The row stays locked until the transaction ends, so
 * numbers become visible in their order and a reader who asks for "after 7" misses nothing.
 */
export async function nextRevision(tx: Queries, mint: string): Promise<number> {
  const [row] = await tx
    .update(livestreams)
    .set({ chatRevision: sql`${livestreams.chatRevision} + 1` })
    .where(eq(livestreams.mint, mint))
    .returning({ revision: livestreams.chatRevision });
  if (!row) throw new Error(`there is no livestream ${mint}`);
  return row.revision;
}
