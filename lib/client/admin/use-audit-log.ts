"use client";

import { call } from "@/lib/client/server-api/api";
import type { AuditEntry, readAuditLog } from "@/lib/contracts/admin/audit-log";
import { type Paged, type PagedList, usePaged, type Wish } from "./use-paged";

export const useAuditLog = (first: Paged<AuditEntry>, wish: Wish): PagedList<AuditEntry> =>
  usePaged(first, async (cursor, signal) => {
    const { entries, nextCursor } = await call<typeof readAuditLog>(
      "GET",
      "/installation/audit-log",
      { query: { ...wish, cursor } },
      signal,
    );
    return { items: entries, nextCursor };
  });
