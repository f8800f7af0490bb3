import "server-only";
import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { StageComment } from "@/lib/contracts/common/scenes";
import type { Queries } from "@/lib/db/client";
import { chatMessages } from "@/lib/db/schema/chat";
import { livestreams } from "@/lib/db/schema/livestreams";
import { Problem } from "@/lib/problem";

/**
 * The message for the programme. The caller holds the livestream's row, as everyone who deletes a
 * message does.
 */
export async function commentOf(tx: Queries, mint: string, seq: number): Promise<StageComment> {
  const { channel, authorName, deletedAt, text } = chatMessages;
  const [message] = await tx
    .select({ name: authorName, text })
    .from(chatMessages)
    .where(
      and(
        eq(chatMessages.mint, mint),
        eq(channel, "show"),
        eq(chatMessages.seq, seq),
        isNull(deletedAt),
        isNotNull(authorName),
      ),
    );
  if (!message) throw new Problem("message-not-found", "This message doesn’t exist.");
  return { seq, name: message.name ?? "", text: message.text };
}

const seqOnScreen = sql<number>`(${livestreams.comment}->>'seq')::int`;

/** Takes a deleted message off the screen. @returns whether it was there */
export async function takeOffScreen(tx: Queries, mint: string, seq: number): Promise<boolean> {
  const rows = await tx
    .update(livestreams)
    .set({ comment: null })
    .where(and(eq(livestreams.mint, mint), eq(seqOnScreen, seq)))
    .returning({ mint: livestreams.mint });
  return rows.length > 0;
}

/** Takes off the screens what a person wrote. The caller holds these livestreams; the sweep tells their rooms. */
export async function takeOffScreensOf(tx: Queries, author: string): Promise<void> {
  const written = tx
    .select({ seq: chatMessages.seq })
    .from(chatMessages)
    .where(
      and(
        eq(chatMessages.mint, livestreams.mint),
        eq(chatMessages.channel, "show"),
        eq(chatMessages.author, author),
      ),
    );
  await tx
    .update(livestreams)
    .set({ comment: null })
    .where(and(isNotNull(livestreams.comment), inArray(seqOnScreen, written)));
}
