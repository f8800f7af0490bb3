"use client";

import { type AddMember, useAddMember } from "@/lib/client/organizations/use-add-member";
import { call } from "@/lib/client/server-api/api";
import { type Loaded, useLoaded } from "@/lib/client/server-api/use-loaded";
import type { addMember, listMembers, Member, removeMember } from "@/lib/contracts/livestreams";

export type Members = AddMember<Member["role"]> & {
  list: Loaded<Member[]>;
  /** @throws ApiError */
  remove: (accountId: string) => Promise<void>;
};

/** A livestream's co-hosts and, while it is private, its invited viewers, while `open`. */
export function useMembers(mint: string, open: boolean): Members {
  const list = useLoaded(open ? mint : null, async (signal) => {
    const { members } = await call<typeof listMembers>(
      "GET",
      "/livestreams/{mint}/members",
      { params: { mint } },
      signal,
    );
    return members;
  });
  const { state, add } = useAddMember(async (handle: string, role: Member["role"]) => {
    const { members } = await call<typeof addMember>("PUT", "/livestreams/{mint}/members", {
      params: { mint },
      body: { handle, role },
    });
    list.change(() => members);
  });

  async function remove(accountId: string) {
    const { members } = await call<typeof removeMember>(
      "DELETE",
      "/livestreams/{mint}/members/{accountId}",
      { params: { mint, accountId } },
    );
    list.change(() => members);
  }

  return { list, state, add, remove };
}
