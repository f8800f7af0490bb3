import "server-only";
import { and, count, eq, isNull } from "drizzle-orm";
import { type Account, isAdmin } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { ApiKey } from "@/lib/contracts/accounts/api-keys";
import type { Scope } from "@/lib/contracts/common/scopes";
import { apiKeys } from "@/lib/db/schema/accounts";
import { takeTurns } from "@/lib/db/take-turns";
import { newApiKeyId } from "@/lib/ids";
import { Problem } from "@/lib/problem";
import { hashSecret, newSecret } from "@/lib/secrets";
import { toApiKey } from "./api-key";
import { apiKeyPrefix } from "./find-api-key";

/** More than anyone needs, and few enough to read through. */
const keysPerAccount = 50;

/** Creates a key. Only this response contains it in readable form. */
export async function createApiKey(
  { db, now }: Pick<Context, "db" | "now">,
  owner: Account,
  { name, scopes }: { name: string; scopes: Scope[] },
): Promise<ApiKey & { key: string }> {
  if (scopes.includes("operator") && !isAdmin(owner)) {
    throw new Problem("not-allowed", "Only admins of this installation can create operator keys.");
  }
  const key = `${apiKeyPrefix}${newSecret()}`;
  const row = await db.transaction(async (tx) => {
    // Serialized, so that parallel requests cannot exceed the limit.
    await takeTurns(tx, `api-keys ${owner.id}`);
    const [held] = await tx
      .select({ keys: count() })
      .from(apiKeys)
      .where(and(eq(apiKeys.accountId, owner.id), isNull(apiKeys.revokedAt)));
    if ((held?.keys ?? 0) >= keysPerAccount) {
      throw new Problem("too-many-api-keys", "You have 50 API keys. Revoke one you don’t use.");
    }
    const [made] = await tx
      .insert(apiKeys)
      .values({
        id: newApiKeyId(),
        accountId: owner.id,
        name,
        scopes: [...new Set(scopes)],
        hash: hashSecret(key),
        ending: key.slice(-4),
        createdAt: now(),
      })
      .returning();
    if (!made) throw new Error("the key was not returned");
    return made;
  });
  return { ...toApiKey(row), key };
}
