"use client";

import { useEffect, useState } from "react";

/** The secret in a link's fragment. Undefined until the URL is read, null if it has none. */
export function useLinkSecret(): string | null | undefined {
  const [secret, setSecret] = useState<string | null>();
  useEffect(() => {
    const read = () => setSecret(window.location.hash.slice(1) || null);
    read();
    // Pasting a link over this page's URL does not reload the page.
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  return secret;
}
