"use client";

import { useEffect, useState } from "react";

/**
 * Checks whether the browser still has a session after a signed-in page lost its place in the room.
 * If not, the page reloads and renders signed out.
 *
 * @returns true while checking
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
