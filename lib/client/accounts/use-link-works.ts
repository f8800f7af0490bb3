"use client";

import { useEffect, useState } from "react";
import { ApiError, call } from "@/lib/client/server-api/api";
import type { checkLink, LinkKind } from "@/lib/contracts/accounts/email-links";

/** Later, it would replace a form that someone fills in. */
const answerWithinMs = 3_000;

/**
 * Whether a one-time link still works, so that no one fills in a form in vain. False once the server says that it does
 * not, and true until then.
 */
export function useLinkWorks(kind: LinkKind, secret: string | null | undefined): boolean {
  const [over, setOver] = useState<string | null>(null);
  useEffect(() => {
    if (!secret) return;
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), answerWithinMs);
    const ask = async () => {
      const works = await worksStill(kind, secret, abort.signal);
      if (!abort.signal.aborted && !works) setOver(secret);
    };
    void ask();
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [kind, secret]);
  return !secret || over !== secret;
}

async function worksStill(kind: LinkKind, token: string, signal: AbortSignal): Promise<boolean> {
  try {
    const body = { kind, token };
    return (await call<typeof checkLink>("POST", "/auth/link-check", { body }, signal)).works;
  } catch (error) {
    // Too long for a secret.
    return !(error instanceof ApiError && error.code === "invalid-request");
  }
}
