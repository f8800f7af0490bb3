import "server-only";
import { eq, sql } from "drizzle-orm";
import type { ChatMessage } from "@/lib/contracts/chat";
import type { Queries } from "@/lib/db/client";
import type { chatMessages } from "@/lib/db/schema/chat";
import { livestreams } from "@/lib/db/schema/livestreams";

/** The public chat, or the private one of hosts and admitted guests. */
export type ChatChannel = (typeof chatMessages.$inferSelect)["channel"];

/** The livestream column that counts each chat's changes. */
export const revisionOf = {
  show: "chatRevision",
  backstage: "backstageRevision",
} as const satisfies Record<ChatChannel, string>;

export function toChatMessage(row: typeof chatMessages.$inferSelect): ChatMessage {
  return {
    seq: row.seq,
    revision: row.revision,
    author: {
      subject: row.author,
      role: row.authorRole,
      ...(row.authorName === null
        ? { name: "Deleted account", deleted: true as const }
        : { name: row.authorName }),
    },
    text: row.deletedAt ? null : row.text,
    sentAt: row.sentAt.toISOString(),
  };
}

/**
 * The next revision of a livestream's chat, allocated in the statement that uses it. The row stays
 * locked until commit, so revisions become visible in order, and a reader who asks for "after 7"
 * misses nothing.
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
