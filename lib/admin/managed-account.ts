import "server-only";
import { desc, eq, type SQL, sql } from "drizzle-orm";
import { toProfile } from "@/lib/accounts/account";
import { accountColumns } from "@/lib/accounts/account-columns";
import type { Context } from "@/lib/context";
import type { ManagedAccount } from "@/lib/contracts/admin/accounts";
import { outerColumn } from "@/lib/db/outer-column";
import { accounts, sessions } from "@/lib/db/schema/accounts";
import { livestreams } from "@/lib/db/schema/livestreams";
import { Problem } from "@/lib/problem";

const me = outerColumn(accounts.id);

const lastSeenAt = sql<Date | null>`(
  select max(seen.last_used_at) from ${sessions} seen where seen.account_id = ${me}
)`.mapWith(sessions.lastUsedAt);

const openSessions = (now: Date) =>
  sql<number>`(
    select count(*) from ${sessions} open
    where open.account_id = ${me} and open.ended_at is null and open.expires_at > ${now.toISOString()}
  )`.mapWith(Number);

const shows = sql<number>`(
  select count(*) from ${livestreams} made where made.creator_id = ${me}
)`.mapWith(Number);

/** Accounts as admins see them, newest first. */
export async function managedAccounts(
  { db, now }: Pick<Context, "db" | "now">,
  where: SQL | undefined,
  limit: number,
): Promise<ManagedAccount[]> {
  const rows = await db
    .select({
      account: accountColumns,
      lastSeenAt,
      openSessions: openSessions(now()),
      livestreams: shows,
    })
    .from(accounts)
    .where(where)
    .orderBy(desc(accounts.createdAt), desc(accounts.id))
    .limit(limit);
  return rows.map(({ account, lastSeenAt, ...counts }) => {
    const { suspendedAt, suspensionReason } = account;
    return {
      ...toProfile(account),
      ...counts,
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
      suspension: suspendedAt && {
        since: suspendedAt.toISOString(),
        reason: suspensionReason ?? "",
      },
    };
  });
}

export async function managedAccount(
  context: Pick<Context, "db" | "now">,
  id: string,
): Promise<ManagedAccount> {
  const [found] = await managedAccounts(context, eq(accounts.id, id), 1);
  if (!found) throw new Problem("account-not-found", "This account doesn’t exist.");
  return found;
}
