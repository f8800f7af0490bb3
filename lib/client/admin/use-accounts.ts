"use client";

import { call } from "@/lib/client/server-api/api";
import type * as contracts from "@/lib/contracts/admin/accounts";
import type { ManagedAccount } from "@/lib/contracts/admin/accounts";
import { type Paged, type PagedList, replaceIn, usePaged, type Wish } from "./use-paged";

export type ManagedAccounts = {
  list: PagedList<ManagedAccount>;
  /** Each changes one account in the list. @throws ApiError */
  suspend: (handle: string, reason: string) => Promise<void>;
  liftSuspension: (handle: string) => Promise<void>;
  endSessions: (handle: string) => Promise<void>;
  changeRole: (handle: string, role: "user" | "admin") => Promise<void>;
};

/** The accounts of the installation, with what an admin can do to them. */
export function useAccounts(first: Paged<ManagedAccount>, wish: Wish): ManagedAccounts {
  const list = usePaged(first, async (cursor, signal) => {
    const { accounts, nextCursor } = await call<typeof contracts.listAccounts>(
      "GET",
      "/installation/accounts",
      { query: { ...wish, cursor } },
      signal,
    );
    return { items: accounts, nextCursor };
  });

  const show = (changed: ManagedAccount) => replaceIn(list, ({ id }) => id === changed.id, changed);

  return {
    list,
    suspend: async (handle, reason) =>
      show(
        await call<typeof contracts.suspendAccount>("PUT", "/accounts/{handle}/suspension", {
          params: { handle },
          body: { reason },
        }),
      ),
    liftSuspension: async (handle) =>
      show(
        await call<typeof contracts.liftSuspension>("DELETE", "/accounts/{handle}/suspension", {
          params: { handle },
        }),
      ),
    endSessions: async (handle) =>
      show(
        await call<typeof contracts.endAllSessions>("DELETE", "/accounts/{handle}/sessions", {
          params: { handle },
        }),
      ),
    changeRole: async (handle, role) =>
      show(
        await call<typeof contracts.changeRole>("PUT", "/accounts/{handle}/role", {
          params: { handle },
          body: { role },
        }),
      ),
  };
}
