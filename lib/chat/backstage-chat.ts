import "server-only";
import { and, eq, isNotNull, isNull, or } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "@/lib/context";
import type { readBackstageChat as contract } from "@/lib/contracts/backstage";
import type { ChatMessage } from "@/lib/contracts/chat";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";
import { participants } from "@/lib/db/schema/participants";
import { limit } from "@/lib/limits";
import { stageRoom } from "@/lib/livekit/rooms";
import { restrictionsAmong } from "@/lib/participants/restrictions";
import { requireBackstage } from "./backstage-speaker";
import { readPage } from "./read-page";
import { type Asking, refuseSilenced, subjectsOf } from "./speaker";
import { storeMessage } from "./store-message";

type Wanted = z.output<(typeof contract)["query"]> & { mint: string };

/** A page of the backstage chat, private to hosts and admitted guests. */
export async function readBackstageChat(
  context: Pick<Context, "db">,
  asking: Asking,
  { mint, ...wanted }: Wanted,
): Promise<z.input<(typeof contract)["response"]>> {
  const { found } = await requireBackstage(context, mint, asking);
  return readPage(context.db, found, "backstage", wanted);
}

/** Stores the message, then sends a hint to those who may read it. */
export async function postBackstageChat(
  context: Context,
  asking: Asking,
  { mint, text }: { mint: string; text: string },
): Promise<ChatMessage> {
  const [{ found, speaker }, decidedAbout] = await Promise.all([
    requireBackstage(context, mint, asking),
    restrictionsAmong(context.db, mint, subjectsOf(asking)),
  ]);
  refuseSilenced(found, decidedAbout(speaker.subject));
  await limit("chat", `${mint} ${speaker.subject}`);
  const message = await storeMessage(context, speaker, { mint, channel: "backstage", text });
  const to = await backstageIdentities(context.db, mint);
  // LiveKit treats an empty list as everyone.
  if (to.length > 0) {
    context.livekit.hint(stageRoom(mint), { type: "backstage-chat", message }, to);
  }
  return message;
}

/** The connected hosts and admitted guests. */
async function backstageIdentities(db: Queries, mint: string): Promise<string[]> {
  const rows = await db
    .select({ identity: participants.identity })
    .from(participants)
    .leftJoin(
      guests,
      and(eq(guests.mint, participants.mint), eq(guests.identity, participants.identity)),
    )
    .where(
      and(
        eq(participants.mint, mint),
        isNotNull(participants.sid),
        // A removed host may still count as connected for a moment.
        isNull(participants.removedAt),
        or(eq(participants.role, "host"), eq(guests.status, "admitted")),
      ),
    );
  return rows.map(({ identity }) => identity);
}
