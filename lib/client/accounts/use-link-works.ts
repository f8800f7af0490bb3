"use client";

import { useEffect, useState } from "react";
import { ApiError, call } from "@/lib/client/server-api/api";
import type { checkLink, LinkKind } from "@/lib/contracts/accounts/email-links";

/**
 * Whether a one-time link still works, so that no one fills in a form in vain. True without a secret, and if the
 * server cannot say; undefined until it answers.
 */
export function useLinkWorks(
  kind: LinkKind,
  secret: string | null | undefined,
): boolean | undefined {
  const [answer, setAnswer] = useState<{ secret: string; works: boolean } | null>(null);
  useEffect(() => {
    if (!secret) return;
    const abort = new AbortController();
    const ask = async () => {
      const works = await worksStill(kind, secret, abort.signal);
      if (!abort.signal.aborted) setAnswer({ secret, works });
    };
    void ask();
    return () => abort.abort();
  }, [kind, secret]);
  if (!secret) return true;
  return answer?.secret === secret ? answer.works : undefined;
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
