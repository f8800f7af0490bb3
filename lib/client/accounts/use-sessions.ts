"use client";

import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import type { endOtherSessions, endSession, Session } from "@/lib/contracts/accounts/sessions";

/** The account's sessions, starting with those rendered on the server. */
export function useSessions(first: Session[]) {
  const [sessions, setSessions] = useState(first);

  /** @throws ApiError */
  async function end(id: string) {
    await call<typeof endSession>("DELETE", "/auth/sessions/{id}", { params: { id } });
    setSessions((known) => known.filter((each) => each.id !== id));
  }

  /** @throws ApiError */
  async function endOthers() {
    await call<typeof endOtherSessions>("DELETE", "/auth/sessions", {
      query: { except: "current" },
    });
    setSessions((known) => known.filter(({ current }) => current));
  }

  return { sessions, end, endOthers };
}
