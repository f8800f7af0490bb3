import "server-only";
import { and, eq, notInArray, sql, type WithSubquery } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { overStatuses } from "@/lib/contracts/common/livestream-status";
import type { Queries } from "@/lib/db/client";
import { outerColumn } from "@/lib/db/outer-column";
import { livestreams } from "@/lib/db/schema/livestreams";
import { participants, seatVouchers } from "@/lib/db/schema/participants";
import { roomsOf } from "@/lib/livekit/rooms";
import { log } from "@/lib/log";
import { closeUnseated } from "./close-unseated";
import type { Voucher } from "./viewer-seat";
import { voidTokens } from "./voided";

type Asker = { by: "key"; keyId: string } | { by: "bearer" | "cookie"; sessionId: string };

/** The voucher of a token's requester. */
export const voucherOf = (asker: Asker): Voucher =>
  asker.by === "key"
    ? { kind: "key", voucherId: asker.keyId }
    : { kind: "session", voucherId: asker.sessionId };

type SeatKey = { mint: string; identity: string };

/** Records who a seat's next token is issued to; with `first`, in one statement with it. */
export const vouch = (
  db: Queries,
  { mint, identity }: SeatKey,
  voucher: Voucher,
  first?: WithSubquery,
) =>
  (first ? db.with(first) : db)
    .insert(seatVouchers)
    .values({ mint, identity, ...voucher })
    .onConflictDoUpdate({
      target: [seatVouchers.mint, seatVouchers.identity, seatVouchers.kind, seatVouchers.voucherId],
      set: { issuedAt: sql`now()` },
    });

/**
 * Ends the seats of an ended session or revoked key: voids their tokens, then disconnects them. A
 * seat under the account's own id may have tokens from several sessions, and a token does not name
 * its session, so all earlier ones are voided. The connection stays if another valid session
 * received a token after this one.
 */
export async function endSeatsOf(context: Context, voucher: Voucher): Promise<void> {
  const { db, livekit, now } = context;
  const seats = await db
    .update(participants)
    .set(voidTokens(now()))
    .from(seatVouchers)
    .innerJoin(livestreams, eq(livestreams.mint, seatVouchers.mint))
    .where(
      and(
        eq(participants.mint, seatVouchers.mint),
        eq(participants.identity, seatVouchers.identity),
        eq(seatVouchers.kind, voucher.kind),
        eq(seatVouchers.voucherId, voucher.voucherId),
        notInArray(livestreams.status, overStatuses),
      ),
    )
    .returning({ mint: participants.mint, identity: participants.identity, wasLast });
  await closeUnseated(context, [...new Set(seats.map(({ mint }) => mint))]);
  await Promise.all(
    seats
      .filter((seat) => seat.wasLast)
      .flatMap(({ mint, identity }) => roomsOf(mint).map((room) => livekit.remove(room, identity))),
  ).catch((error) => log.warn("a connection is still open after its session ended", error));
}

/** Whether this voucher received the seat's latest token, although others have received some. */
const wasLast = sql<boolean>`(
  select max(other.issued_at) <= ${outerColumn(seatVouchers.issuedAt)} and count(*) > 1
  from ${seatVouchers} other
  where other.mint = ${outerColumn(seatVouchers.mint)}
    and other.identity = ${outerColumn(seatVouchers.identity)}
)`;
