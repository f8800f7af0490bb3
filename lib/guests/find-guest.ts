import "server-only";
import { and, eq, getTableColumns } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { guests, invites } from "@/lib/db/schema/guests";
import { participants } from "@/lib/db/schema/participants";
import type { InviteRow } from "@/lib/invites/find-invite";
import type { GuestRow } from "./move-guest";
import { outsideShow } from "./outside-show";

/** A guest, their invite, and the name of the person who decided about them. */
export type FoundGuest = {
  guest: GuestRow;
  invite: InviteRow & { outside: boolean };
  decider: string | null;
  /** When the guest got this identity: at the knock, or when a host undid a denial or removal. */
  seatedAt: Date;
};

export async function findGuest(
  db: Queries,
  mint: string,
  identity: string,
): Promise<FoundGuest | null> {
  const [row] = await db
    .select({
      guest: getTableColumns(guests),
      invite: getTableColumns(invites),
      outside: outsideShow,
      decider: accounts.name,
      seatedAt: participants.createdAt,
    })
    .from(guests)
    .innerJoin(invites, eq(invites.jti, guests.jti))
    .innerJoin(
      participants,
      and(eq(participants.mint, guests.mint), eq(participants.identity, guests.identity)),
    )
    .leftJoin(accounts, eq(accounts.id, guests.decidedBy))
    .where(and(eq(guests.mint, mint), eq(guests.identity, identity)))
    .prepare("guest")
    .execute();
  if (!row) return null;
  const { outside, ...found } = row;
  return { ...found, invite: { ...found.invite, outside } };
}
