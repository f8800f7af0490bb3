import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { ChatMessage } from "@/lib/contracts/chat";
import type { Queries } from "@/lib/db/client";
import { chatMessages } from "@/lib/db/schema/chat";
import { takeTurns } from "@/lib/db/take-turns";
import { may } from "@/lib/grants/capabilities";
import { limit } from "@/lib/limits";
import { stageRoom } from "@/lib/livekit/rooms";
import type { Found } from "@/lib/livestreams/find-livestream";
import { restrictionsAmong } from "@/lib/participants/restrictions";
import { Problem } from "@/lib/problem";
import {
  type Asking,
  refuseSilenced,
  requireReadable,
  type Speaker,
  speakerOf,
  subjectsOf,
} from "./speaker";
import { storeMessage } from "./store-message";

type Said = { mint: string; text: string };

/** Stores the message, then sends a hint to the room: the row is the truth. */
export async function postChat(
  context: Context,
  asking: Asking,
  { mint, text }: Said,
): Promise<ChatMessage> {
  // In parallel, because people are waiting for the message.
  const [found, decidedAbout] = await Promise.all([
    requireReadable(context, mint, asking),
    restrictionsAmong(context.db, mint, subjectsOf(asking)),
  ]);
  const speaker = speakerOf(found, asking);
  const decided = decidedAbout(speaker.subject);
  refuseSilenced(found, decided);
  if (decided.has("mute") && !may(speaker.role, "ignore-moderation")) {
    throw new Problem("muted", "A host muted you in this chat.");
  }
  await limit("chat", `${mint} ${speaker.subject}`);
  const message = await storeInTurn(context, found, speaker, text);
  if (found.status === "live") context.livekit.hint(stageRoom(mint), { type: "chat", message });
  return message;
}

/**
 * In slow mode, an author's messages are serialized, so that each is checked against the previous
 * one.
 */
async function storeInTurn(
  { db, now }: Context,
  found: Found,
  speaker: Speaker,
  text: string,
): Promise<ChatMessage> {
  const said = { mint: found.mint, channel: "show", text } as const;
  if (found.slowModeSeconds === 0 || may(speaker.role, "ignore-moderation")) {
    return storeMessage({ db, now }, speaker, said);
  }
  return db.transaction(async (tx) => {
    await takeTurns(tx, `chat ${found.mint} ${speaker.subject}`);
    await refuseTooSoon({ db: tx, now }, found, speaker);
    return storeMessage({ db: tx, now }, speaker, said);
  });
}

async function refuseTooSoon(
  { db, now }: Pick<Context, "now"> & { db: Queries },
  { mint, slowModeSeconds }: Found,
  { subject }: Speaker,
): Promise<void> {
  const [last] = await db
    .select({ sentAt: chatMessages.sentAt })
    .from(chatMessages)
    .where(
      and(
        eq(chatMessages.mint, mint),
        eq(chatMessages.channel, "show"),
        eq(chatMessages.author, subject),
      ),
    )
    .orderBy(desc(chatMessages.sentAt))
    .limit(1);
  const waitMs = last ? last.sentAt.getTime() + slowModeSeconds * 1_000 - now().getTime() : 0;
  if (waitMs > 0) {
    const retryAfterSeconds = Math.ceil(waitMs / 1_000);
    throw new Problem(
      "slow-mode",
      `Slow mode is on. You can send another message in ${retryAfterSeconds} s.`,
      {
        retryAfterSeconds,
      },
    );
  }
}
