"use client";

import { call } from "@/lib/client/server-api/api";
import type {
  liftAnyRestriction,
  listAllRestrictions,
  ShowRestriction,
} from "@/lib/contracts/admin/restrictions";
import { type Paged, type PagedList, replaceIn, usePaged, type Wish } from "./use-paged";

type AllRestrictions = {
  list: PagedList<ShowRestriction>;
  /** @throws ApiError */
  lift: (restriction: ShowRestriction) => Promise<void>;
};

/** The bans and mutes of all livestreams, each of which an admin can lift. */
export function useAllRestrictions(first: Paged<ShowRestriction>, wish: Wish): AllRestrictions {
  const list = usePaged(first, async (cursor, signal) => {
    const { restrictions, nextCursor } = await call<typeof listAllRestrictions>(
      "GET",
      "/installation/restrictions",
      { query: { ...wish, cursor } },
      signal,
    );
    return { items: restrictions, nextCursor };
  });

  async function lift({ kind, subject, show: { mint } }: ShowRestriction) {
    await call<typeof liftAnyRestriction>(
      "DELETE",
      "/installation/restrictions/{mint}/{subject}/{kind}",
      { params: { mint, subject, kind } },
    );
    const isIt = (each: ShowRestriction) =>
      each.kind === kind && each.subject === subject && each.show.mint === mint;
    replaceIn(list, isIt, null);
  }

  return { list, lift };
}
