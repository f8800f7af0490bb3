"use client";

import { useEffect, useState } from "react";
import { type Adding, useAdding } from "@/lib/client/organizations/use-adding";
import { ApiError, call } from "@/lib/client/server-api/api";
import { say } from "@/lib/client/server-api/say";
import type { addMember, listMembers, Member, removeMember } from "@/lib/contracts/livestreams";

export type Members = Adding<Member["role"]> & {
  /** Null while they are loaded. */
  members: Member[] | null;
  /** @throws ApiError */
  remove: (accountId: string) => Promise<void>;
};

/** The co-hosts of a livestream and who may watch it while it is private, while `open`. */
export function useMembers(mint: string, open: boolean): Members {
  const [members, setMembers] = useState<Member[] | null>(null);
  const { state, add, refuse } = useAdding(async (handle: string, role: Member["role"]) => {
    const found = await call<typeof addMember>("PUT", "/livestreams/{mint}/members", {
      params: { mint },
      body: { handle, role },
    });
    setMembers(found.members);
  });

  useEffect(() => {
    if (!open) return;
    const abort = new AbortController();
    call<typeof listMembers>(
      "GET",
      "/livestreams/{mint}/members",
      { params: { mint } },
      abort.signal,
    )
      .then((found) => setMembers(found.members))
      .catch((error: unknown) => {
        if (abort.signal.aborted) return;
        refuse(error instanceof ApiError ? error.message : say("studio.members.not-loaded"));
      });
    return () => abort.abort();
  }, [mint, open, refuse]);

  async function remove(accountId: string) {
    const found = await call<typeof removeMember>(
      "DELETE",
      "/livestreams/{mint}/members/{accountId}",
      { params: { mint, accountId } },
    );
    setMembers(found.members);
  }

  return { members, state, add, remove };
}
