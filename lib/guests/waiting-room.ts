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

export type WaitingRoom = { version: number; guests: WaitingGuest[] };

/**
 * The waiting room as one person sees it: who waits and who is on stage, in the order they knocked;
 * with `since`, whoever changed after that version instead. A host sees everybody, an admin of an
 * organization those whom they may decide.
 */
export async function readWaitingRoom(
  db: Queries,
  mint: string,
  reader: Decider,
  since?: number,
): Promise<WaitingRoom> {
  // Read before the rows: what changes in between comes again with the next delta, never too late.
  const [counter] = await db
    .select({ version: livestreams.guestVersion })
    .from(livestreams)
    .where(eq(livestreams.mint, mint));
  const rows = await guestRows(db, mint, since);
  const seen = rows.map(({ guest, invite, sid, decidedBy, digest }) => ({
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
    mayDecide: mayDecide(reader, invite),
  }));
  const visible = reader.hosts ? seen : seen.filter((guest) => guest.mayDecide);
  return { version: counter?.version ?? 0, guests: visible };
}

function guestRows(db: Queries, mint: string, since: number | undefined) {
  const shown =
    since === undefined
      ? inArray(guests.status, ["waiting", "admitted"])
      : gt(guests.version, since);
  return db
    .select({
      guest: getTableColumns(guests),
      invite: getTableColumns(invites),
      sid: participants.sid,
      decidedBy: accounts.name,
      digest: pictures.digest,
    })
    .from(guests)
    .innerJoin(invites, eq(invites.jti, guests.jti))
    .innerJoin(
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
    .where(and(eq(guests.mint, mint), shown))
    .orderBy(guests.knockedAt, guests.identity);
}
