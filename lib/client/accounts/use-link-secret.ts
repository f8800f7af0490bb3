"use client";

import { useEffect, useState } from "react";
import type { LinkKind } from "@/lib/contracts/accounts/email-links";
import { useLinkWorks } from "./use-link-works";

type LinkSecret = {
  /** Undefined until the URL is read, null if it has no secret. */
  token: string | null | undefined;
  /** Expired or used: the server said so. */
  over: boolean;
};

/** The secret in a link's fragment. */
export function useLinkSecret(kind: LinkKind): LinkSecret {
  const [secret, setSecret] = useState<string | null>();
  useEffect(() => {
    const read = () => setSecret(window.location.hash.slice(1) || null);
    read();
    // Pasting a link over this page's URL does not reload the page.
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  const works = useLinkWorks(kind, secret);
  return { token: secret, over: !works };
}
