import "server-only";
import { and, desc, eq, inArray, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { listRestrictions as contract } from "@/lib/contracts/restrictions";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { chatVisitors } from "@/lib/db/schema/chat";
import { guests } from "@/lib/db/schema/guests";
import { restrictions } from "@/lib/db/schema/participants";
import { may } from "@/lib/grants/capabilities";
import { requireMay } from "@/lib/livestreams/find-livestream";
import { lapsedBan, stillHolds, subjectName } from "@/lib/participants/restrictions";

type Listed = z.input<(typeof contract)["response"]>["restrictions"];

/** The list is cut to the newest. */
const most = 200;

const decider = alias(accounts, "decider");

/**
 * Everyone who is denied, removed or banned, newest first. A banned guest is listed once.
 * Moderators see no guests, about whom they cannot decide.
 */
export async function listRestrictions(
  { db }: Pick<Context, "db">,
  host: Account,
  mint: string,
): Promise<Listed> {
  const { role } = await requireMay(db, mint, host.id, "remove");
  const [banned, turnedAway] = await Promise.all([bans(db, mint), decided(db, mint)]);
  // A ban covers every guest of a browser; only the latest is listed.
  const browsers = new Set<string>();
  const once = [...banned, ...turnedAway].filter(({ browser }) => {
    if (browser === null) return true;
    if (browsers.has(browser)) return false;
    browsers.add(browser);
    return true;
  });
  return once
    .filter(({ browser }) => browser === null || may(role, "remove-from-stage"))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, most)
    .map(({ browser: _, at, endsAt, ...entry }) => ({
      ...entry,
      createdAt: at.toISOString(),
      endsAt: endsAt?.toISOString() ?? null,
    }));
}

async function bans(db: Queries, mint: string) {
  const who = sql<string>`coalesce(${guests.secretHash}, ${restrictions.subject})`;
  const latest = db
    .selectDistinctOn([who], {
      subject: restrictions.subject,
      name: subjectName.as("shown_name"),
      reason: restrictions.reason,
      at: restrictions.createdAt,
      endsAt: restrictions.endsAt,
      createdBy: sql<string | null>`${decider.name}`.as("created_by_name"),
      browser: guests.secretHash,
    })
    .from(restrictions)
    .leftJoin(decider, eq(decider.id, restrictions.createdBy))
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
    .where(and(eq(restrictions.mint, mint), eq(restrictions.kind, "ban"), stillHolds))
    .orderBy(who, desc(restrictions.createdAt), desc(guests.knockedAt))
    .as("latest");
  const rows = await db.select().from(latest).orderBy(desc(latest.at)).limit(most);
  return rows.map((row) => ({ ...row, kind: "ban" as const }));
}

async function decided(db: Queries, mint: string) {
  const lapsed = db
    .select({ subject: restrictions.subject })
    .from(restrictions)
    .where(and(eq(restrictions.mint, mint), eq(restrictions.subject, guests.identity), lapsedBan));
  const rows = await db
    .select({
      subject: guests.identity,
      name: guests.name,
      kind: guests.status,
      at: sql<Date>`coalesce(${guests.decidedAt}, ${guests.knockedAt})`.mapWith(guests.knockedAt),
      createdBy: decider.name,
      browser: guests.secretHash,
    })
    .from(guests)
    .leftJoin(decider, eq(decider.id, guests.decidedBy))
    .where(
      and(
        eq(guests.mint, mint),
        inArray(guests.status, ["denied", "removed"]),
        // Removed with a ban that has ended: they may return on their own.
        notExists(lapsed),
      ),
    )
    .orderBy(desc(guests.decidedAt))
    .limit(most);
  return rows.flatMap(({ kind, ...row }) =>
    kind === "denied" || kind === "removed" ? [{ ...row, kind, reason: null, endsAt: null }] : [],
  );
}
