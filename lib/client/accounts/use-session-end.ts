"use client";

import { useEffect, useState } from "react";

/**
 * Whether a page that was opened signed in, and has lost its place, still belongs to a session. One
 * that does not is loaded again, as what it is now: a page of somebody who is not signed in.
 *
 * @returns true while that is being asked
 */
export function useSessionEnd(asked: boolean): boolean {
  const [isHere, setHere] = useState(false);
  useEffect(() => {
    if (!asked) return setHere(false);
    const abort = new AbortController();
    fetch("/api/auth/session", { signal: abort.signal })
      .then((answer) => answer.json())
      .then(
        (session) => {
          if (session?.user) setHere(true);
          else window.location.reload();
        },
        () => setHere(true),
      );
    return () => abort.abort();
  }, [asked]);
  return asked && !isHere;
}
