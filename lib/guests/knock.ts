import "server-only";
import { and, count, eq, getTableColumns, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { RoomToken } from "@/lib/contracts/tokens";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";
import { newGuestIdentity } from "@/lib/ids";
import { limit } from "@/lib/limits";
import { refuseEnded } from "@/lib/livestreams/find-livestream";
import { seatStatement } from "@/lib/participants/seat-participant";
import { signSeat } from "@/lib/participants/sign-seat";
import { Problem } from "@/lib/problem";
import { hashSecret, newSecret } from "@/lib/secrets";
import { type InviteRow, inviteOfToken, refuseSpentInvite } from "./find-invite";
import { refuseUsedUp } from "./invite-uses";
import type { GuestRow } from "./move-guest";
import { nextVersion } from "./waiting-room-version";

/** How many may wait at once: each holds a LiveKit connection, and a link may be posted anywhere. */
const waitingRoomCapacity = 50;

type Knock = {
  inviteToken: string;
  guestName: string;
  /** Finds this browser's guest in the livestream that the invite turns out to be for. */
  guestOf: (mint: string) => Promise<GuestRow | null>;
  secretOf: (mint: string) => string | null;
};
type Knocked = { token: RoomToken; mint: string; secret: string };

/** Asks to join, or takes the guest's place back: the same browser keeps its identity and its turn. */
export async function knock(context: Context, asked: Knock): Promise<Knocked> {
  const { db, now } = context;
  const { invite, livestream } = await inviteOfToken(db, asked.inviteToken);
  refuseEnded(livestream.status);
  const known = await asked.guestOf(invite.mint);
  refuseDecided(known, invite);
  const returning = known?.status === "waiting" || known?.status === "admitted" ? known : null;
  // Who is on stage stays there when the link runs out; a new knock needs a link that works.
  if (returning?.status !== "admitted") refuseSpentInvite(invite, now());
  // A link may be posted anywhere: a flood of strangers must not keep out who has a place already.
  await (returning ? limit("token", returning.identity) : limit("knock-by-invite", invite.jti));
  // A browser keeps its secret, so that who left and knocks anew counts once for the invite.
  const secret = (known && asked.secretOf(invite.mint)) ?? newSecret();
  const guest = returning ?? (await newGuest(context, invite, asked.guestName, secret));

  const token = await signSeat(context, invite.mint, guest.identity);
  return { token, mint: invite.mint, secret };
}

function refuseDecided(known: GuestRow | null, invite: InviteRow): void {
  // A host who hands out a second link means it: a "no" holds for the link it was given to.
  if (known?.jti !== invite.jti) return;
  if (known.status === "denied") {
    throw new Problem("guest-denied", "The host did not let you in.");
  }
  if (known.status === "removed") {
    throw new Problem("guest-removed", "The host removed you from the show.");
  }
}

async function newGuest(
  { db, now }: Context,
  invite: InviteRow,
  name: string,
  secret: string,
): Promise<GuestRow> {
  const { mint, jti } = invite;
  const secretHash = hashSecret(secret);
  return db.transaction(async (tx) => {
    // Locks the livestream: knocks come one after another, and each counts those before it.
    const version = await nextVersion(tx, mint);
    await refuseUsedUp(tx, invite, secretHash);
    const identity = newGuestIdentity();
    const seat = { mint, identity, role: "guest", accountId: null, name, hidden: true } as const;
    // A host waits for it: seated, counted and stored in one statement.
    const seated = tx.$with("seated").as(seatStatement(tx, seat).returning());
    const [stored] = await tx
      .with(seated)
      .insert(guests)
      .values({
        mint,
        identity,
        jti,
        name,
        secretHash,
        status: "waiting",
        version,
        knockedAt: now(),
      })
      .returning({ ...getTableColumns(guests), waiting: waitingBefore(tx, mint) });
    if (!stored) throw new Error("the guest was not returned");
    const { waiting, ...guest } = stored;
    refuseFullRoom(waiting);
    return guest;
  });
}

/** Among what is returned of a guest who is being stored, it counts those who were stored before. */
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
