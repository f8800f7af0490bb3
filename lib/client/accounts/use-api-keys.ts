"use client";

import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import {
  type FormState,
  idle,
  refusedAt,
  refusedBy,
  sending,
} from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import type { ApiKey, createApiKey, revokeApiKey } from "@/lib/contracts/accounts/api-keys";
import type { Scope } from "@/lib/contracts/common/scopes";

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
  const [keys, setKeys] = useState(first);
  const [made, setMade] = useState<string | null>(null);
  const [state, setState] = useState<FormState>(idle);

  async function create(name: string, scopes: Scope[]) {
    if (!name.trim()) return setState(refusedAt("name", say("accounts.keys.name-missing")));
    if (scopes.length === 0)
      return setState(refusedAt("scopes", say("accounts.keys.scopes-missing")));
    setState(sending);
    try {
      const { key, ...row } = await call<typeof createApiKey>("POST", "/api-keys", {
        body: { name, scopes },
      });
      setKeys((known) => [row, ...known]);
      setMade(key);
      setState(idle);
    } catch (error) {
      setState(refusedBy(error));
    }
  }

  async function revoke(id: string) {
    await call<typeof revokeApiKey>("DELETE", "/api-keys/{id}", { params: { id } });
    setKeys((known) => known.filter((each) => each.id !== id));
  }

  return { keys, made, state, create, forgetMade: () => setMade(null), revoke };
}
