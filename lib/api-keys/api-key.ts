import { type ApiKey, apiKey } from "@/lib/contracts/accounts/api-keys";
import type { apiKeys } from "@/lib/db/schema/accounts";

/** The row in the API's format, without the hash. */
export function toApiKey({ createdAt, lastUsedAt, ...row }: typeof apiKeys.$inferSelect): ApiKey {
  return apiKey.parse({
    ...row,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  });
}
