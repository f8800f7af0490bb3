"use client";

import { useEffect, useState } from "react";
import type { addMember, listMembers, Member, removeMember } from "@/lib/contracts/livestreams";
import { ApiError, call } from "./api";
import { type FormState, idle, refused, refusedBy, sending } from "./form-state";
import { say } from "./say";

export type Members = {
  /** Null while they are loaded. */
  members: Member[] | null;
  state: FormState;
  /** Resolves to whether it worked. */
  add: (handle: string, role: Member["role"]) => Promise<boolean>;
  /** @throws ApiError */
  remove: (accountId: string) => Promise<void>;
};

/** The co-hosts of a livestream and who may watch it while it is private, while `open`. */
export function useMembers(mint: string, open: boolean): Members {
  const [members, setMembers] = useState<Member[] | null>(null);
  const [state, setState] = useState<FormState>(idle);
  const params = { mint };

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
        setState(
          error instanceof ApiError
            ? refused(error.message)
            : refused(say("studio.members.not-loaded")),
        );
      });
    return () => abort.abort();
  }, [mint, open]);

  async function add(handle: string, role: Member["role"]) {
    setState(sending);
    try {
      const body = { handle: handle.trim().replace(/^@/, ""), role };
      const found = await call<typeof addMember>("PUT", "/livestreams/{mint}/members", {
        params,
        body,
      });
      setMembers(found.members);
      setState(idle);
      return true;
    } catch (error) {
      setState(refusedBy(error, { "account-not-found": "handle" }));
      return false;
    }
  }

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
