"use client";

import { useState } from "react";
import { type FormState, idle, refusedBy, sending } from "@/lib/client/server-api/form-state";

/** A list of things with a secret that is shown only when they are created, starting with those rendered on the server. */
export function useCreatedOnce<Row extends { id: string }>(first: Row[]) {
  const [rows, setRows] = useState(first);
  const [made, setMade] = useState<string | null>(null);
  const [state, setState] = useState<FormState>(idle);

  async function create(ask: () => Promise<{ row: Row; secret: string }>) {
    setState(sending);
    try {
      const { row, secret } = await ask();
      setRows((known) => [row, ...known]);
      setMade(secret);
      setState(idle);
    } catch (error) {
      setState(refusedBy(error));
    }
  }

  /** @throws ApiError */
  async function revoke(id: string, ask: () => Promise<unknown>) {
    await ask();
    setRows((known) => known.filter((each) => each.id !== id));
  }

  return { rows, made, state, refuse: setState, create, revoke, forgetMade: () => setMade(null) };
}
