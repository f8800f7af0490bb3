import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { listMutes as contract } from "@/lib/contracts/chat";
import { accounts } from "@/lib/db/schema/accounts";
import { chatVisitors } from "@/lib/db/schema/chat";
import { guests } from "@/lib/db/schema/guests";
import { restrictions } from "@/lib/db/schema/participants";
import { requireMay } from "@/lib/livestreams/find-livestream";
import { stillHolds, subjectName } from "@/lib/participants/restrictions";

type Mutes = z.input<(typeof contract)["response"]>["mutes"];

/** The people muted in this livestream's chat, with their current names. */
export async function listMutes(
  { db }: Pick<Context, "db">,
  host: Account,
  mint: string,
): Promise<Mutes> {
  await requireMay(db, mint, host.id, "mute");
  const rows = await db
    .select({
      subject: restrictions.subject,
      name: subjectName,
      createdAt: restrictions.createdAt,
      createdBy: restrictions.createdBy,
    })
    .from(restrictions)
    .leftJoin(accounts, eq(accounts.id, restrictions.subject))
    .leftJoin(
      guests,
      and(eq(guests.mint, restrictions.mint), eq(guests.identity, restrictions.subject)),
    )
    .leftJoin(
      chatVisitors,
      and(
        eq(chatVisitors.mint, restrictions.mint),
        eq(chatVisitors.identity, restrictions.subject),
      ),
    )
    .where(and(eq(restrictions.mint, mint), eq(restrictions.kind, "mute"), stillHolds))
    .orderBy(desc(restrictions.createdAt));
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}
