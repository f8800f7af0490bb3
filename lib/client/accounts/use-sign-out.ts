"use client";

import { signOut } from "next-auth/react";
import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import { say } from "@/lib/client/server-api/say";
import type { listLivestreams } from "@/lib/contracts/livestreams";

type SignOut =
  | { name: "idle" }
  /** Finds out whether a show is on air. */
  | { name: "looking" }
  | { name: "asking" }
  /** `confirmed`: in answer to the question. */
  | { name: "sending"; confirmed: boolean }
  | { name: "failed"; message: string };

/** Signing out does not wait longer to know whether a show is on air. */
const lookForMs = 2_000;

/** Ends the session on the server, removes the cookie and reloads the home page. */
export function useSignOut() {
  const [state, setState] = useState<SignOut>({ name: "idle" });

  // Kept, because the question still shows it while it closes.
  const [title, setTitle] = useState("");

  async function leave(confirmed: boolean) {
    setState({ name: "sending", confirmed });
    try {
      await signOut({ redirect: false });
      window.location.assign("/");
    } catch {
      setState({ name: "failed", message: say("site.sign-out-failed") });
    }
  }

  /** Signs out, but asks first during a show. */
  async function ask() {
    setState({ name: "looking" });
    const onAir = await titleOnAir();
    if (onAir === null) return leave(false);
    setTitle(onAir);
    setState({ name: "asking" });
  }

  return {
    state,
    busy: state.name === "looking" || state.name === "sending",
    question: {
      title,
      open: state.name === "asking" || (state.name === "sending" && state.confirmed),
      confirm: () => leave(true),
      // A question that was confirmed also closes, and says nothing about how the sign-out went.
      close: () => setState((now) => (now.name === "asking" ? { name: "idle" } : now)),
    },
    ask,
  };
}

/** The title of a show on air that the account hosts; null if there is none, or if it cannot be known. */
async function titleOnAir(): Promise<string | null> {
  const query = { mine: "true", status: "live", limit: "1" } as const;
  const found = await call<typeof listLivestreams>(
    "GET",
    "/livestreams",
    { query },
    AbortSignal.timeout(lookForMs),
  ).catch(() => null);
  return found?.livestreams[0]?.title ?? null;
}
