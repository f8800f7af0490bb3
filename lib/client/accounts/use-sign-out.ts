"use client";

import { signOut } from "next-auth/react";
import { useState } from "react";
import { say } from "@/lib/client/server-api/say";

type SignOut = { name: "idle" } | { name: "sending" } | { name: "failed"; message: string };

/** Ends the session on the server, removes the cookie and reloads the home page. */
export function useSignOut() {
  const [state, setState] = useState<SignOut>({ name: "idle" });

  async function leave() {
    setState({ name: "sending" });
    try {
      await signOut({ redirect: false });
      window.location.assign("/");
    } catch {
      setState({ name: "failed", message: say("site.sign-out-failed") });
    }
  }

  return { state, signOut: leave };
}
