import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { ChatMessage } from "@/lib/contracts/chat";
import type { LivestreamStatus } from "@/lib/contracts/common/livestream-status";
import { announce } from "@/lib/db/bus";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { chatMessages } from "@/lib/db/schema/chat";
import { reports } from "@/lib/db/schema/reports";
import { may } from "@/lib/grants/capabilities";
import { stageRoom } from "@/lib/livekit/rooms";
import { Problem } from "@/lib/problem";
import { takeOffScreen } from "@/lib/stage/comment";
import { mirrorLook } from "@/lib/stage/mirror-look";
import { nextRevision, toChatMessage } from "./chat-rows";
import { type Asking, notSignedIn, requireReadable, speakerOf } from "./speaker";

type Place = { mint: string; seq: number };

const placeOf = ({ mint, seq }: Place) =>
  and(eq(chatMessages.mint, mint), eq(chatMessages.channel, "show"), eq(chatMessages.seq, seq));

export async function deleteChat(
  context: Context,
  asking: Asking,
  { mint, seq }: Place,
): Promise<ChatMessage> {
  const found = await requireReadable(context, mint, asking);
  const speaker = speakerOf(found, asking);
  if (!speaker) throw notSignedIn();
  const [before] = await context.db.select().from(chatMessages).where(placeOf({ mint, seq }));
  if (!before) throw new Problem("message-not-found", "This message doesn’t exist.");
  if (!may(found.role, "delete-messages") && before.author !== speaker.subject) {
    throw new Problem("not-allowed", "Only hosts, moderators and the author can delete a message.");
  }
  const deleted = await deleteMessage(
    context,
    { mint, seq, status: found.status },
    speaker.subject,
  );
  return deleted ?? toChatMessage({ ...before, deletedAt: context.now() });
}

async function isReported(tx: Queries, { mint, seq }: Place): Promise<boolean> {
  const about = and(eq(reports.mint, mint), eq(reports.seq, seq));
  return (await tx.select({ id: reports.id }).from(reports).where(about).limit(1)).length > 0;
}

/**
 * Deletes a message's text but keeps its row: readers who missed the deletion get it by its
 * revision. `by` is an account, or the identity of the author without one.
 *
 * @returns null if it was deleted already
 */
export async function deleteMessage(
  context: Context,
  { status, ...place }: Place & { status: LivestreamStatus },
  by: string,
): Promise<ChatMessage | null> {
  const { mint } = place;
  const gone = await context.db.transaction(async (tx) => {
    const { drawn, revision } = nextRevision(tx, mint, "show");
    const [row] = await tx
      .with(drawn)
      .update(chatMessages)
      .set({
        revision,
        deletedAt: context.now(),
        deletedBy: sql`(select ${accounts.id} from ${accounts} where ${accounts.id} = ${by})`,
      })
      .where(and(placeOf(place), isNull(chatMessages.deletedAt)))
      .returning();
    if (row && row.author !== by) {
      await recordDecision(tx, { mint, event: "message_deleted", by, subject: row.author });
    }
    if (!row) return null;
    if (await isReported(tx, place)) await announce(tx, { mint, what: "reports" });
    const shown = await takeOffScreen(tx, mint, place.seq);
    if (shown) await announce(tx, { mint, what: "livestream" });
    return { row, shown };
  });
  if (!gone) return null;
  if (gone.shown) await mirrorLook(context, mint);
  const message = toChatMessage(gone.row);
  if (status === "live") context.livekit.hint(stageRoom(mint), { type: "chat", message });
  return message;
}
