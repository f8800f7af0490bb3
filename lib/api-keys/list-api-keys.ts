import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { ApiKey } from "@/lib/contracts/accounts/api-keys";
import { apiKeys } from "@/lib/db/schema/accounts";
import { toApiKey } from "./api-key";

export async function listApiKeys(
  { db }: Pick<Context, "db">,
  owner: Account,
): Promise<{ apiKeys: ApiKey[] }> {
  const rows = await db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.accountId, owner.id), isNull(apiKeys.revokedAt)))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
  return { apiKeys: rows.map(toApiKey) };
}
