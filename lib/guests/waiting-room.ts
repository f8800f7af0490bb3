import "server-only";
import { and, eq, getTableColumns, gt, inArray } from "drizzle-orm";
import type { WaitingGuest } from "@/lib/contracts/livestreams";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { guests, invites } from "@/lib/db/schema/guests";
import { livestreams, pictures } from "@/lib/db/schema/livestreams";
import { participants } from "@/lib/db/schema/participants";
import { guestPicturePath } from "@/lib/pictures/guest-pictures";
import { type Decider, mayDecide } from "./decider";
import { outsideShow } from "./outside-show";

type Row = Awaited<ReturnType<typeof guestRows>>[number];
type GuestAndInvite = Omit<Row, "guest" | "invite"> & {
  guest: NonNullable<Row["guest"]>;
  invite: NonNullable<Row["invite"]>;
};

/** A livestream's waiting room at one moment, before filtering for a reader. */
export type WaitingRows = { version: number; rows: GuestAndInvite[] };

/**
 * Guests who wait or are on stage, in the order they knocked; with `since`, those changed after
 * that version instead. One statement, so that version and rows are consistent.
 */
export async function readWaitingRoom(
  db: Queries,
  mint: string,
  since?: number,
): Promise<WaitingRows> {
  const found = await guestRows(db, mint, since);
  const rows = found.flatMap(({ guest, invite, ...row }) =>
    guest && invite ? [{ ...row, guest, invite }] : [],
  );
  return { version: found[0]?.version ?? 0, rows };
}

/** The guests that this person may decide about: all of them for a host. */
export function guestsSeenBy(reader: Decider, { rows }: WaitingRows): WaitingGuest[] {
  const seen = rows.filter(({ invite, outside }) => mayDecide(reader, { ...invite, outside }));
  return seen.map(({ guest, invite, sid, decidedBy, digest }) => ({
    identity: guest.identity,
    name: guest.name,
    status: guest.status,
    connected: sid !== null,
    knockedAt: guest.knockedAt.toISOString(),
    decidedBy,
    place: guest.place,
    message: guest.message,
    picture: digest && guestPicturePath(guest, digest),
    jti: guest.jti,
    inviteLabel: invite.label,
  }));
}

/** At least one row if the livestream exists, without a guest if it has none. */
function guestRows(db: Queries, mint: string, since: number | undefined) {
  const shown =
    since === undefined
      ? inArray(guests.status, ["waiting", "admitted"])
      : gt(guests.version, since);
  return db
    .select({
      version: livestreams.guestVersion,
      guest: getTableColumns(guests),
      invite: getTableColumns(invites),
      outside: outsideShow,
      sid: participants.sid,
      decidedBy: accounts.name,
      digest: pictures.digest,
    })
    .from(livestreams)
    .leftJoin(guests, and(eq(guests.mint, livestreams.mint), shown))
    .leftJoin(invites, eq(invites.jti, guests.jti))
    .leftJoin(
      participants,
      and(eq(participants.mint, guests.mint), eq(participants.identity, guests.identity)),
    )
    .leftJoin(accounts, eq(accounts.id, guests.decidedBy))
    .leftJoin(
      pictures,
      and(
        eq(pictures.mint, guests.mint),
        eq(pictures.kind, "guest"),
        eq(pictures.subject, guests.identity),
      ),
    )
    .where(eq(livestreams.mint, mint))
    .orderBy(guests.knockedAt, guests.identity)
    .prepare(since === undefined ? "waiting-room" : "waiting-room-since")
    .execute();
}
