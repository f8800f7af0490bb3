"use client";

import { useEffect, useState } from "react";

/** The form of the secret in a sign-up link. Other fragments, such as the skip link's, are ignored. */
const secret = /^#([A-Za-z0-9_-]{43})$/;

/**
 * The secret of an admin's sign-up link in this page's fragment, which never reaches a server's log. Undefined until the
 * URL is read, null if it has none.
 */
export function useSignUpLink(): string | null | undefined {
  const [link, setLink] = useState<string | null>();
  useEffect(() => {
    const read = () => setLink((known) => secret.exec(window.location.hash)?.[1] ?? known ?? null);
    read();
    // Pasting a link over this page's URL does not reload the page.
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  return link;
}
