import "server-only";
import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import type { z } from "zod";
import type { chatPage, chatPageQuery } from "@/lib/contracts/chat";
import type { Queries } from "@/lib/db/client";
import { chatMessages } from "@/lib/db/schema/chat";
import type { LivestreamRow } from "@/lib/livestreams/find-livestream";
import { type ChatChannel, revisionOf, toChatMessage } from "./chat-rows";

/**
 * The newest messages; with `before`, older ones; with `after`, everything changed since that
 * revision, including deletions. Always ordered by `seq`. The livestream's row was read first:
 * changes made in between are sent again, never left out.
 */
export async function readPage(
  db: Queries,
  livestream: LivestreamRow,
  channel: ChatChannel,
  { after, before, limit }: z.output<typeof chatPageQuery>,
): Promise<z.input<typeof chatPage>> {
  const missed = after !== undefined;
  const rows = await db
    .select()
    .from(chatMessages)
    .where(
      and(
        eq(chatMessages.mint, livestream.mint),
        eq(chatMessages.channel, channel),
        after === undefined ? undefined : gt(chatMessages.revision, after),
        before === undefined ? undefined : lt(chatMessages.seq, before),
      ),
    )
    .orderBy(missed ? asc(chatMessages.revision) : desc(chatMessages.seq))
    .limit(limit + 1);
  const more = rows.length > limit;
  const page = rows.slice(0, limit).map(toChatMessage);
  const now = livestream[revisionOf[channel]];
  const revision = missed && more ? (page.at(-1)?.revision ?? after) : now;
  return { messages: page.sort((a, b) => a.seq - b.seq), revision, more };
}
