"use client";

import { signOut } from "next-auth/react";
import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import { say } from "@/lib/client/server-api/say";
import type { listLivestreams } from "@/lib/contracts/livestreams";

type SignOut =
  | { name: "idle" }
  /** A show of the account is on air: `title`. */
  | { name: "asking"; title: string }
  | { name: "sending" }
  | { name: "failed"; message: string };

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

  /** Signs out, but asks first during a show. */
  async function ask() {
    setState({ name: "sending" });
    const title = await titleOnAir();
    if (title === null) await leave();
    else setState({ name: "asking", title });
  }

  return { state, ask, leave, stay: () => setState({ name: "idle" }) };
}

/** The title of a show on air that the account hosts; null if there is none, or if it cannot be known. */
async function titleOnAir(): Promise<string | null> {
  const query = { mine: "true", status: "live", limit: "1" } as const;
  const found = await call<typeof listLivestreams>("GET", "/livestreams", { query }).catch(
    () => null,
  );
  return found?.livestreams[0]?.title ?? null;
}
