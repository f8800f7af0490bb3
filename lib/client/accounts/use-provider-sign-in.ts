"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { unreachable } from "@/lib/client/server-api/unreachable";
import { providerId } from "@/lib/contracts/common/provider";

type State = { name: "idle" } | { name: "sending" } | { name: "failed"; message: string };

/** Leads to the provider, which sends the browser back. `next` is a path on this site. */
export function useProviderSignIn(next: string) {
  const [state, setState] = useState<State>({ name: "idle" });

  async function start() {
    setState({ name: "sending" });
    try {
      await signIn(providerId, { callbackUrl: next });
      // The browser is leaving; should it come back here, the button works again.
      setState({ name: "idle" });
    } catch {
      setState({ name: "failed", message: unreachable() });
    }
  }

  return { state, start };
}
