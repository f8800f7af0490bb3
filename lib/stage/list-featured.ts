import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { personColumns } from "@/lib/accounts/person-columns";
import type { Context } from "@/lib/context";
import type { FeaturedViewer } from "@/lib/contracts/stage";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { featuredViewers, participants } from "@/lib/db/schema/participants";
import { requireMay } from "@/lib/livestreams/find-livestream";

export async function listFeatured(
  { db }: Pick<Context, "db">,
  host: Account,
  mint: string,
): Promise<FeaturedViewer[]> {
  await requireMay(db, mint, host.id, "feature-viewers");
  return featuredOf(db, mint);
}

/** Featured viewers, in the order they came on stage. */
export async function featuredOf(db: Queries, mint: string): Promise<FeaturedViewer[]> {
  const rows = await db
    .select({
      account: personColumns,
      identity: participants.identity,
      sources: participants.sources,
      sid: participants.sid,
    })
    .from(featuredViewers)
    .innerJoin(accounts, eq(accounts.id, featuredViewers.accountId))
    .leftJoin(
      participants,
      and(
        eq(participants.mint, featuredViewers.mint),
        eq(participants.accountId, featuredViewers.accountId),
        eq(participants.role, "viewer"),
        eq(participants.hidden, false),
      ),
    )
    .where(eq(featuredViewers.mint, mint))
    .orderBy(asc(featuredViewers.createdAt), asc(participants.createdAt));
  const people = new Map<string, FeaturedViewer>();
  for (const { account, identity, sources, sid } of rows) {
    const person = people.get(account.id) ?? {
      account,
      identities: [],
      canPublishSources: sources,
    };
    if (identity && sid) person.identities.push(identity);
    people.set(account.id, person);
  }
  return [...people.values()];
}
