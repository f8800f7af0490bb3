import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { accountColumns } from "@/lib/accounts/account-columns";
import type { Context } from "@/lib/context";
import { type Scope, scopes } from "@/lib/contracts/common/scopes";
import { accounts, apiKeys } from "@/lib/db/schema/accounts";
import { hashSecret } from "@/lib/secrets";

/** The prefix of every key, so that leaked keys are recognizable in logs and repositories. */
export const apiKeyPrefix = "greenroom_";

export const isApiKey = (token: string) => token.startsWith(apiKeyPrefix);

/** The last use is updated at most this often: it is meant for people to read. */
const lastUseEveryMs = 60_000;

type Found = { account: Account; keyId: string; scopes: Scope[] };

/** The account of a key that has not been revoked, unless it is suspended. Updates the key's last use. */
export async function accountOfKey(
  { db, now }: Pick<Context, "db" | "now">,
  key: string,
): Promise<Found | null> {
  const [row] = await db
    .select({
      account: accountColumns,
      keyId: apiKeys.id,
      scopes: apiKeys.scopes,
      lastUsedAt: apiKeys.lastUsedAt,
    })
    .from(apiKeys)
    .innerJoin(accounts, eq(accounts.id, apiKeys.accountId))
    .where(
      and(
        eq(apiKeys.hash, hashSecret(key)),
        isNull(apiKeys.revokedAt),
        isNull(accounts.suspendedAt),
      ),
    );
  if (!row) return null;
  const { account, keyId, lastUsedAt } = row;
  if (!lastUsedAt || lastUsedAt.getTime() < now().getTime() - lastUseEveryMs) {
    await db.update(apiKeys).set({ lastUsedAt: now() }).where(eq(apiKeys.id, keyId));
  }
  return { account, keyId, scopes: row.scopes.filter(isScope) };
}

const isScope = (word: string): word is Scope => Object.hasOwn(scopes, word);

export async function keyHolds({ db }: Pick<Context, "db">, keyId: string): Promise<boolean> {
  const rows = await db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .innerJoin(accounts, eq(accounts.id, apiKeys.accountId))
    .where(and(eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt), isNull(accounts.suspendedAt)));
  return rows.length > 0;
}
