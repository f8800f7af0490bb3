"use client";

import { call } from "@/lib/client/server-api/api";
import { type FormState, refusedAt } from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import type { ApiKey, createApiKey, revokeApiKey } from "@/lib/contracts/accounts/api-keys";
import type { Scope } from "@/lib/contracts/common/scopes";
import { useCreatedOnce } from "./use-created-once";

export type ApiKeys = {
  keys: ApiKey[];
  /** The key just created. This is the only time it can be read. */
  made: string | null;
  state: FormState;
  create: (name: string, scopes: Scope[]) => Promise<void>;
  forgetMade: () => void;
  /** @throws ApiError */
  revoke: (id: string) => Promise<void>;
};

/** The API keys of the signed-in account, starting with those rendered on the server. */
export function useApiKeys(first: ApiKey[]): ApiKeys {
  const { rows, refuse, create, revoke, ...shown } = useCreatedOnce(first);
  return {
    ...shown,
    keys: rows,
    create: async (name, scopes) => {
      if (!name.trim()) return refuse(refusedAt("name", say("accounts.keys.name-missing")));
      if (scopes.length === 0)
        return refuse(refusedAt("scopes", say("accounts.keys.scopes-missing")));
      await create(async () => {
        const body = { name, scopes };
        const { key, ...row } = await call<typeof createApiKey>("POST", "/api-keys", { body });
        return { row, secret: key };
      });
    },
    revoke: (id) =>
      revoke(id, () => call<typeof revokeApiKey>("DELETE", "/api-keys/{id}", { params: { id } })),
  };
}
