import "server-only";
import { and, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { chatMessages } from "@/lib/db/schema/chat";
import { participants } from "@/lib/db/schema/participants";
import { stopEncoder } from "@/lib/encoders/stop-encoder";
import { may } from "@/lib/grants/capabilities";
import { moveGuest } from "@/lib/guests/move-guest";
import { limit } from "@/lib/limits";
import { roomsOf } from "@/lib/livekit/rooms";
import { livestreamFor, requireMay } from "@/lib/livestreams/find-livestream";
import { holdLivestream } from "@/lib/livestreams/hold-livestream";
import { log } from "@/lib/log";
import { closeUnseated } from "@/lib/participants/close-unseated";
import { clearFeatured, holdPlace } from "@/lib/participants/featured";
import { mirrorSeats } from "@/lib/participants/mirror-seats";
import { restrict } from "@/lib/participants/restrictions";
import { visibleSeatsOf } from "@/lib/participants/standing";
import { voided } from "@/lib/participants/voided";
import { Problem } from "@/lib/problem";

type Removal = {
  mint: string;
  identity: string;
  ban: boolean;
  banSeconds?: number;
  reason?: string;
};

/**
 * Removes a guest or viewer. A ban also excludes their account or browser from this livestream.
 */
export async function removeParticipant(
  context: Context,
  host: Account,
  { mint, identity, ban, banSeconds, reason }: Removal,
): Promise<void> {
  const { db, livekit, now } = context;
  const seat = and(eq(participants.mint, mint), eq(participants.identity, identity));
  await limit("decision", host.id);
  await requireMay(db, mint, host.id, "remove");
  const [found] = await db.select().from(participants).where(seat);
  // Hidden viewers are counted, never named: a ban would list their account. The programme's pages
  // are nobody, and carry the account of the host who created the link.
  const isNobody = found?.role === "programme" || (found?.role === "viewer" && found.hidden);
  if (!found || isNobody) {
    if (ban) return banAuthor(context, host, { mint, identity, banSeconds, reason });
    throw noOneHere();
  }
  const action = found.role === "viewer" ? "remove" : "remove-from-stage";
  await requireMay(db, mint, host.id, action);
  if (found.role === "encoder") return stopEncoder(context, host, { mint, identity });
  // Voids tokens first, disconnects second, so that a client reconnecting in between is refused.
  await db.transaction(async (tx) => {
    if (found.accountId) await holdPlace(tx, mint, found.accountId);
    await tx.update(participants).set(voided(now())).where(seat);
    // Locked after the seat, in the same order as LiveKit's webhooks.
    await holdLivestream(tx, mint);
    // Checked again under the lock: the host may have been removed, or the other may have become a
    // host.
    await requireMay(tx, mint, host.id, action);
    if (found.accountId) await takeOffStage(tx, mint, found.accountId, host);
    const subject = found.accountId ?? identity;
    const terms = { mint, subject, kind: "ban", reason, endsAt: endOf(banSeconds, now()) } as const;
    const subjects = ban ? await restrict(tx, terms, host.id) : [subject];
    // A ban also covers the other guests of the same browser, even ones created a moment ago.
    for (const each of found.role === "guest" ? subjects : [])
      await moveGuest(tx, { mint, identity: each, move: "remove", by: host.id, at: now() });
    const event = ban ? "person_banned" : "person_removed";
    await recordDecision(tx, { mint, event, by: host.id, subject: identity, detail: reason });
  });
  if (found.accountId && !ban) {
    // Their other connections become viewers again.
    await mirrorSeats(context, mint, await visibleSeatsOf(db, mint, found.accountId));
  }
  // A ban ends all of the account's other connections, including hidden ones.
  if (ban) await closeUnseated(context, [mint]);
  await Promise.all(
    roomsOf(mint).map((room) =>
      livekit
        .remove(room, identity)
        .catch((error) => log.warn("a removed participant is still connected", error)),
    ),
  );
}

/**
 * Bans someone who wrote in the chat, by the author's id: a signed-in viewer who is hidden or gone,
 * or a visitor without an account.
 */
async function banAuthor(
  context: Context,
  host: Account,
  { mint, identity: subject, banSeconds, reason }: Omit<Removal, "ban">,
): Promise<void> {
  const { db, now } = context;
  await db.transaction(async (tx) => {
    await holdPlace(tx, mint, subject);
    await holdLivestream(tx, mint);
    await requireMay(tx, mint, host.id, "remove");
    if (!(await hasWritten(tx, mint, subject))) throw noOneHere();
    await takeOffStage(tx, mint, subject, host);
    const endsAt = endOf(banSeconds, now());
    await restrict(tx, { mint, subject, kind: "ban", reason, endsAt }, host.id);
    const decision = { mint, event: "person_banned", by: host.id } as const;
    await recordDecision(tx, { ...decision, subject, detail: reason });
  });
  await closeUnseated(context, [mint]);
}

async function hasWritten(tx: Queries, mint: string, author: string): Promise<boolean> {
  const { channel, seq } = chatMessages;
  const [message] = await tx
    .select({ seq })
    .from(chatMessages)
    .where(and(eq(chatMessages.mint, mint), eq(channel, "show"), eq(chatMessages.author, author)))
    .limit(1);
  return message !== undefined;
}

const endOf = (banSeconds: number | undefined, now: Date) =>
  banSeconds ? new Date(now.getTime() + banSeconds * 1_000) : null;

const noOneHere = () => new Problem("participant-not-found", "This person is no longer here.");

/** Refuses to remove hosts and moderators; a viewer on stage takes a host to remove. */
async function takeOffStage(tx: Queries, mint: string, accountId: string, host: Account) {
  const found = await livestreamFor(tx, mint, accountId);
  if (may(found?.role ?? null, "ignore-moderation")) {
    throw new Problem(
      "not-allowed",
      "You can’t remove a host or moderator. Take their role first.",
    );
  }
  const wasOnStage = await clearFeatured(tx, mint, accountId);
  if (wasOnStage) await requireMay(tx, mint, host.id, "remove-from-stage");
}
