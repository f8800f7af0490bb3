import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import type { Context } from "@/lib/context";
import type { listAllRestrictions as contract } from "@/lib/contracts/admin/restrictions";
import type { Queries } from "@/lib/db/client";
import { cursorOf, placeOf } from "@/lib/db/cursor";
import { everyWordIn } from "@/lib/db/every-word";
import { accounts } from "@/lib/db/schema/accounts";
import { chatVisitors } from "@/lib/db/schema/chat";
import { guests } from "@/lib/db/schema/guests";
import { livestreams } from "@/lib/db/schema/livestreams";
import { restrictions } from "@/lib/db/schema/participants";
import { stillHolds, subjectName } from "@/lib/participants/restrictions";

type Wanted = z.output<(typeof contract)["query"]>;
type Answer = z.input<(typeof contract)["response"]>;

const decider = alias(accounts, "decider");
/** A ban covers every guest that a browser has been; only the latest is listed. */
const who = sql`coalesce(${guests.secretHash}, ${restrictions.subject})`;

export async function listAllRestrictions(
  { db }: Pick<Context, "db">,
  { q, kind, cursor, limit }: Wanted,
): Promise<Answer> {
  const all = inForce(db, kind);
  const text = sql`concat_ws(
    ' ', ${all.name}, '@' || ${all.handle}, ${all.createdBy}, ${all.title}, ${all.mint}, ${all.reason}
  )`;
  const id = sql`${all.mint} || ':' || ${all.subject} || ':' || ${all.kind}`;
  const place = cursor === undefined ? null : placeOf(cursor);
  const rows = await db
    .select()
    .from(all)
    .where(
      and(
        q ? everyWordIn(text, q) : undefined,
        place
          ? sql`(${all.createdAt}, ${id}) < (${place.at}::timestamptz, ${place.id})`
          : undefined,
      ),
    )
    .orderBy(desc(all.createdAt), desc(id))
    .limit(limit + 1);
  const page = rows
    .slice(0, limit)
    .map(({ mint, title, handle: _, createdAt, endsAt, ...row }) => ({
      ...row,
      show: { mint, title },
      createdAt: createdAt.toISOString(),
      endsAt: endsAt?.toISOString() ?? null,
    }));
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    restrictions: page,
    nextCursor: last
      ? cursorOf(last.createdAt, `${last.show.mint}:${last.subject}:${last.kind}`)
      : null,
  };
}

const inForce = (db: Queries, kind: Wanted["kind"]) =>
  db
    .selectDistinctOn([restrictions.mint, restrictions.kind, who], {
      mint: restrictions.mint,
      title: livestreams.title,
      kind: restrictions.kind,
      subject: restrictions.subject,
      name: subjectName.as("shown_name"),
      handle: accounts.handle,
      reason: restrictions.reason,
      createdAt: restrictions.createdAt,
      endsAt: restrictions.endsAt,
      createdBy: sql<string | null>`${decider.name}`.as("created_by_name"),
    })
    .from(restrictions)
    .innerJoin(livestreams, eq(livestreams.mint, restrictions.mint))
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
    .where(and(stillHolds, kind && eq(restrictions.kind, kind)))
    .orderBy(
      restrictions.mint,
      restrictions.kind,
      who,
      desc(restrictions.createdAt),
      desc(guests.knockedAt),
    )
    .as("in_force");
