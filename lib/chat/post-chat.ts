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
  notSignedIn,
  refuseSilenced,
  requireReadable,
  type Speaker,
  speakerOf,
  speakerOfVisitor,
  subjectsOf,
} from "./speaker";
import { storeMessage } from "./store-message";
import { newVisitor } from "./visitor";

type Said = { mint: string; text: string; name?: string; address: string };
type Posted = { message: ChatMessage; cookie: string | null };

/**
 * Stores the message, then sends a hint to the room: the row is the truth.
 *
 * @returns the message, and the cookie of someone new without an account
 */
export async function postChat(
  context: Context,
  asking: Asking,
  { mint, text, ...newcomer }: Said,
): Promise<Posted> {
  // In parallel, because people are waiting for the message.
  const [found, decidedAbout] = await Promise.all([
    requireReadable(context, mint, asking),
    restrictionsAmong(context.db, mint, subjectsOf(asking)),
  ]);
  const known = speakerOf(found, asking);
  const byAccount = known !== null && known.role !== "visitor";
  if (!byAccount && !found.chatWithoutAccount) throw notSignedIn();
  // Without an account, restrictions of the guest that this browser was apply as well.
  const subjects = byAccount ? [known.subject] : subjectsOf(asking);
  const decided = new Set(subjects.flatMap((subject) => [...decidedAbout(subject)]));
  refuseSilenced(found, decided);
  if (decided.has("mute") && !may(known?.role ?? "visitor", "ignore-moderation")) {
    throw new Problem("muted", "You’re muted in this chat.");
  }
  const { speaker, cookie } = byAccount
    ? { speaker: known, cookie: null }
    : await speakAsVisitor(context, found, known, newcomer);
  if (byAccount) await limit("chat", `${mint} ${speaker.subject}`);
  const message = await storeInTurn(context, found, speaker, text);
  if (found.status === "live") context.livekit.hint(stageRoom(mint), { type: "chat", message });
  return { message, cookie };
}

/** Counted by address too, because a deleted cookie makes a new visitor. */
async function speakAsVisitor(
  context: Context,
  found: Found,
  known: Speaker | null,
  { name, address }: Pick<Said, "name" | "address">,
): Promise<{ speaker: Speaker; cookie: string | null }> {
  const { mint } = found;
  await limit("chat-as-visitor-by-address", `${mint} ${address}`);
  if (known) {
    await limit("chat-as-visitor", `${mint} ${known.subject}`);
    return { speaker: known, cookie: null };
  }
  const { visitor, cookie } = await newVisitor(context, found, { name, address });
  await limit("chat-as-visitor", `${mint} ${visitor.identity}`);
  return { speaker: speakerOfVisitor(visitor), cookie };
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
