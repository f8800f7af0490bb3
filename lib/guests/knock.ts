import "server-only";
import { and, count, eq, getTableColumns, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { RoomToken } from "@/lib/contracts/tokens";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";
import { newGuestIdentity } from "@/lib/ids";
import {
  type InviteRow,
  inviteById,
  inviteOfToken,
  refuseSpentInvite,
} from "@/lib/invites/find-invite";
import { refuseUsedUp } from "@/lib/invites/invite-uses";
import { limit } from "@/lib/limits";
import { refuseEnded } from "@/lib/livestreams/find-livestream";
import { metrics } from "@/lib/metrics";
import {
  inherit,
  refuseBan,
  restrictionsAmong,
  withLapsedBan,
} from "@/lib/participants/restrictions";
import { seatStatement } from "@/lib/participants/seat-participant";
import { signSeat } from "@/lib/participants/sign-seat";
import { nextVersion } from "@/lib/participants/waiting-room-version";
import { Problem } from "@/lib/problem";
import { hashSecret, newSecret } from "@/lib/secrets";
import { guestsOfSecret } from "./guest-cookie";
import type { GuestRow } from "./move-guest";

/**
 * The most who may wait at once: each holds a LiveKit connection, and a link may be posted
 * anywhere.
 */
const waitingRoomCapacity = 50;

type Knock = {
  inviteToken: string;
  guestName: string;
  /** Returns the browser's cookie for the invite's livestream. */
  secretOf: (mint: string) => string | null;
  /** The account that this browser is signed in as. */
  accountId: string | null;
};
type Knocked = { token: RoomToken; mint: string; secret: string };

/** Knocks, or returns to the guest's place: the same browser keeps its identity and its turn. */
export async function knock(context: Context, asked: Knock): Promise<Knocked> {
  const { db, now } = context;
  const invited = await inviteOfToken(db, asked.inviteToken);
  const { mint, jti } = invited.invite;
  const given = asked.secretOf(mint);
  const visitor = { secretHash: given && hashSecret(given), accountId: asked.accountId };
  const { place, known } = await refuseOrFind(db, invited, visitor, now());
  // A link may be posted anywhere: a flood of strangers must not lock out a guest who has a place.
  await (place ? limit("token", place.identity) : limit("knock-by-invite", jti));
  // A browser keeps its secret, so that a guest who leaves and knocks again counts once against the
  // limit.
  const secret = (known.length > 0 && given) || newSecret();
  const guest =
    place ??
    (await db.transaction(async (tx) => {
      // Locks the livestream: knocks run one after another, and each sees those before it.
      const version = await nextVersion(tx, mint);
      // Checked again under the lock: another knock of this browser, a host or the end may have
      // been faster.
      const found = await refuseOrFind(tx, await inviteById(tx, jti), visitor, now());
      if (found.place) return found.place;
      const guest = await storeGuest(tx, invited.invite, {
        name: asked.guestName,
        secretHash: hashSecret(secret),
        version,
        knockedAt: now(),
      });
      await inherit(tx, mint, { from: found.known, to: guest.identity });
      return guest;
    }));
  metrics().knocks.inc({ guest: place ? "returning" : "new" });
  return { token: await signSeat(context, mint, guest.identity), mint, secret };
}

type Invited = Awaited<ReturnType<typeof inviteById>>;
type Visitor = { secretHash: string | null; accountId: string | null };

/** The browser's place in the waiting room or on stage. Throws if it may not come in. */
async function refuseOrFind(
  db: Queries,
  { invite, livestream }: Invited,
  { secretHash, accountId }: Visitor,
  at: Date,
): Promise<{ place: GuestRow | null; known: string[] }> {
  refuseEnded(livestream.status);
  const known = secretHash ? await guestsOfSecret(db, invite.mint, secretHash) : [];
  const subjects = [...known.map(({ identity }) => identity), ...(accountId ? [accountId] : [])];
  if (subjects.length > 0) {
    const decidedAbout = await restrictionsAmong(db, invite.mint, subjects);
    for (const subject of subjects) refuseBan(decidedAbout(subject));
  }
  await refuseDecided(db, known, invite);
  const place = known.find(({ status }) => status === "waiting" || status === "admitted") ?? null;
  // A guest on stage stays when the link expires; a new knock needs an active link.
  if (place?.status !== "admitted") refuseSpentInvite(invite, at);
  return { place, known: known.map(({ identity }) => identity) };
}

async function refuseDecided(
  db: Queries,
  known: GuestRow[],
  { mint, jti }: InviteRow,
): Promise<void> {
  // A denial applies to its invite only: a host who hands out a second link means it.
  const byThisLink = known.filter((guest) => guest.jti === jti);
  if (byThisLink.some(({ status }) => status === "denied")) {
    throw new Problem("guest-denied", "The host didn’t admit you.");
  }
  const removed = byThisLink.filter(({ status }) => status === "removed");
  const lapsed = await withLapsedBan(
    db,
    mint,
    removed.map(({ identity }) => identity),
  );
  if (removed.some(({ identity }) => !lapsed.has(identity))) {
    throw new Problem("guest-removed", "The host removed you from the show.");
  }
}

type NewGuest = Pick<GuestRow, "name" | "secretHash" | "version" | "knockedAt">;

async function storeGuest(tx: Queries, invite: InviteRow, row: NewGuest): Promise<GuestRow> {
  const { mint, jti } = invite;
  await refuseUsedUp(tx, invite, row.secretHash);
  const identity = newGuestIdentity();
  const { name } = row;
  const seat = { mint, identity, role: "guest", accountId: null, name, hidden: true } as const;
  // One statement to seat, count and store, because a host is waiting for it.
  const seated = tx.$with("seated").as(seatStatement(tx, seat).returning());
  const [stored] = await tx
    .with(seated)
    .insert(guests)
    .values({ ...row, mint, identity, jti, status: "waiting" })
    .returning({ ...getTableColumns(guests), waiting: waitingBefore(tx, mint) });
  if (!stored) throw new Error("the guest was not returned");
  const { waiting, ...guest } = stored;
  refuseFullRoom(waiting);
  return guest;
}

/** Counts the guests stored before this one, as a column of its own insert. */
const waitingBefore = (tx: Queries, mint: string) =>
  sql`(${tx
    .select({ waiting: count() })
    .from(guests)
    .where(and(eq(guests.mint, mint), eq(guests.status, "waiting")))})`.mapWith(Number);

function refuseFullRoom(waiting: number): void {
  if (waiting >= waitingRoomCapacity) {
    throw new Problem("waiting-room-full", "The waiting room is full. Try again in a minute.");
  }
}
