import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { ChatMessage } from "@/lib/contracts/chat";
import { chatMessages } from "@/lib/db/schema/chat";
import { limit } from "@/lib/limits";
import { stageRoom } from "@/lib/livekit/rooms";
import type { Found } from "@/lib/livestreams/find-livestream";
import { type Restrictions, restrictionsAmong } from "@/lib/moderation/restrictions";
import { Problem } from "@/lib/problem";
import {
  type Asking,
  refuseUnheard,
  requireReadable,
  type Speaker,
  speakerOf,
  subjectsOf,
} from "./speaker";
import { storeMessage } from "./store-message";

type Said = { mint: string; text: string };

/** Stored first, then hinted to the room: the row is the truth. */
export async function postChat(
  context: Context,
  asking: Asking,
  { mint, text }: Said,
): Promise<ChatMessage> {
  // Side by side: everybody waits for a message.
  const [found, decidedAbout] = await Promise.all([
    requireReadable(context, mint, asking),
    restrictionsAmong(context.db, mint, subjectsOf(asking)),
  ]);
  const speaker = speakerOf(found, asking);
  const decided = decidedAbout(speaker.subject);
  refuseUnheard(found, decided);
  if (speaker.role !== "host") await refuseSilenced(context, found, speaker, decided);
  await limit("chat", `${mint} ${speaker.subject}`);
  const message = await storeMessage(context, speaker, { mint, channel: "show", text });
  if (found.status === "live") context.livekit.hint(stageRoom(mint), { type: "chat", message });
  return message;
}

async function refuseSilenced(
  { db, now }: Context,
  { mint, slowModeSeconds }: Found,
  { subject }: Speaker,
  decided: Restrictions,
): Promise<void> {
  if (decided.has("mute")) {
    throw new Problem("muted", "A host has muted you in this chat.");
  }
  if (slowModeSeconds === 0) return;
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
    throw new Problem("slow-mode", `Slow mode is on. Write again in ${retryAfterSeconds} s.`, {
      retryAfterSeconds,
    });
  }
}
