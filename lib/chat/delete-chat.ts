import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { ChatMessage } from "@/lib/contracts/chat";
import { chatMessages } from "@/lib/db/schema/chat";
import { may } from "@/lib/grants/capabilities";
import { stageRoom } from "@/lib/livekit/rooms";
import { Problem } from "@/lib/problem";
import { nextRevision, toChatMessage } from "./chat-rows";
import { type Asking, notSignedIn, requireReadable, speakerOf } from "./speaker";

/**
 * Deletes a message's text but keeps its row: readers who missed the deletion get it by its
 * revision.
 */
export async function deleteChat(
  context: Context,
  asking: Asking,
  { mint, seq }: { mint: string; seq: number },
): Promise<ChatMessage> {
  const found = await requireReadable(context, mint, asking);
  const speaker = speakerOf(found, asking);
  if (!speaker) throw notSignedIn();
  const place = and(
    eq(chatMessages.mint, mint),
    eq(chatMessages.channel, "show"),
    eq(chatMessages.seq, seq),
  );
  const [before] = await context.db.select().from(chatMessages).where(place);
  if (!before) throw new Problem("message-not-found", "This message doesn’t exist.");
  if (!may(found.role, "delete-messages") && before.author !== speaker.subject) {
    throw new Problem("not-allowed", "Only hosts, moderators and the author can delete a message.");
  }
  const deleted = await context.db.transaction(async (tx) => {
    const { drawn, revision } = nextRevision(tx, mint, "show");
    const [gone] = await tx
      .with(drawn)
      .update(chatMessages)
      .set({
        revision,
        deletedAt: context.now(),
        deletedBy: asking.actor?.id === speaker.subject ? speaker.subject : null,
      })
      .where(and(place, isNull(chatMessages.deletedAt)))
      .returning();
    if (gone && before.author !== speaker.subject) {
      const decision = { mint, event: "message_deleted", by: speaker.subject } as const;
      await recordDecision(tx, { ...decision, subject: before.author });
    }
    return gone;
  });
  const message = toChatMessage(deleted ?? { ...before, deletedAt: context.now() });
  if (deleted && found.status === "live") {
    context.livekit.hint(stageRoom(mint), { type: "chat", message });
  }
  return message;
}
