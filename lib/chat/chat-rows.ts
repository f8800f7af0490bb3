import "server-only";
import { eq, sql } from "drizzle-orm";
import type { ChatMessage } from "@/lib/contracts/chat";
import type { Queries } from "@/lib/db/client";
import type { chatMessages } from "@/lib/db/schema/chat";
import { livestreams } from "@/lib/db/schema/livestreams";

/** The audience's chat, or the private one of hosts and admitted guests. */
export type ChatChannel = (typeof chatMessages.$inferSelect)["channel"];

/** Where a livestream counts the changes of each. */
export const revisionOf = {
  show: "chatRevision",
  backstage: "backstageRevision",
} as const satisfies Record<ChatChannel, string>;

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
 * The next number of a livestream's chat, drawn by the very statement that uses it. The row stays
 * locked until that is committed, so numbers become visible in their order and a reader who asks for
 * "after 7" misses nothing.
 */
export function nextRevision(db: Queries, mint: string, channel: ChatChannel) {
  const counter = revisionOf[channel];
  const drawn = db.$with("drawn").as(
    db
      .update(livestreams)
      .set({ [counter]: sql`${livestreams[counter]} + 1` })
      .where(eq(livestreams.mint, mint))
      .returning({ revision: livestreams[counter] }),
  );
  return { drawn, revision: sql<number>`(select ${drawn.revision} from ${drawn})` };
}
