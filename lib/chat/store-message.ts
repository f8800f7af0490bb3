import "server-only";
import { heldName } from "@/lib/accounts/find-account";
import type { Context } from "@/lib/context";
import type { ChatMessage } from "@/lib/contracts/chat";
import type { Queries } from "@/lib/db/client";
import { chatMessages } from "@/lib/db/schema/chat";
import { metrics } from "@/lib/metrics";
import { type ChatChannel, nextRevision, toChatMessage } from "./chat-rows";
import type { Speaker } from "./speaker";

type Said = { mint: string; channel: ChatChannel; text: string };

/**
 * Stores a message with the next number of its chat. One statement, because people are waiting for
 * it.
 */
export async function storeMessage(
  { db, now }: Pick<Context, "now"> & { db: Queries },
  speaker: Speaker,
  { mint, channel, text }: Said,
): Promise<ChatMessage> {
  const byAccount = speaker.role !== "guest" && speaker.role !== "visitor";
  const { drawn, revision } = nextRevision(db, mint, channel);
  const [row] = await db
    .with(drawn)
    .insert(chatMessages)
    .values({
      mint,
      channel,
      seq: revision,
      revision,
      author: speaker.subject,
      authorName: byAccount ? heldName(speaker.subject) : speaker.name,
      authorRole: speaker.role,
      text,
      sentAt: now(),
    })
    .returning()
    .prepare(`message-${channel}-by-${byAccount ? "account" : "cookie"}`)
    .execute();
  if (!row) throw new Error("the message was not returned");
  metrics().chatMessages.inc({ channel });
  return toChatMessage(row);
}
