import "server-only";
import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "@/lib/context";
import type { readChat as contract } from "@/lib/contracts/chat";
import { chatMessages } from "@/lib/db/schema";
import { toChatMessage } from "./chat-rows";
import { type Asking, requireReadable } from "./speaker";

type Wanted = z.output<NonNullable<(typeof contract)["query"]>> & { mint: string };

/**
 * The newest messages; with `before`, older ones; with `after`, everything that changed since that
 * revision, deletions among it. Messages always come in the order of `seq`.
 */
export async function readChat(
  context: Pick<Context, "db">,
  asking: Asking,
  { mint, after, before, limit }: Wanted,
): Promise<z.input<(typeof contract)["response"]>> {
  // The revision is read before the rows: what comes in between is sent again, never left out.
  const { chatRevision } = await requireReadable(context, mint, asking);
  const missed = after !== undefined;
  const rows = await context.db
    .select()
    .from(chatMessages)
    .where(
      and(
        eq(chatMessages.mint, mint),
        after === undefined ? undefined : gt(chatMessages.revision, after),
        before === undefined ? undefined : lt(chatMessages.seq, before),
      ),
    )
    .orderBy(missed ? asc(chatMessages.revision) : desc(chatMessages.seq))
    .limit(limit + 1);
  const more = rows.length > limit;
  const page = rows.slice(0, limit).map(toChatMessage);
  const revision = missed && more ? (page.at(-1)?.revision ?? after) : chatRevision;
  return { messages: page.sort((a, b) => a.seq - b.seq), revision, more };
}
