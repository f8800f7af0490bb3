"use client";

import { useEffect, useState } from "react";
import { ApiError, call } from "@/lib/client/server-api/api";
import type { hostToken, RoomToken } from "@/lib/contracts/tokens";
import type { PassRefusal } from "./studio-state";

type Wanted = { mint: string; creator: string; attempt: number; enabled: boolean };
type Refused = (refusal: PassRefusal) => void;

/** A host's token for each attempt; null until it is loaded, and after the show has ended. */
export function useHostPass(
  { mint, creator, attempt, enabled }: Wanted,
  onRefused: Refused,
): RoomToken | null {
  const [pass, setPass] = useState<{ attempt: number; token: RoomToken } | null>(null);
  useEffect(() => {
    if (!enabled) return;
    const abort = new AbortController();
    call<typeof hostToken>(
      "GET",
      "/livestreams/livekit/token/host",
      { query: { mint, creator } },
      abort.signal,
    )
      .then((token) => setPass({ attempt, token }))
      .catch((error: unknown) => {
        if (abort.signal.aborted) return;
        onRefused(
          error instanceof ApiError
            ? { code: error.code, said: error.message }
            : { code: "internal-error" },
        );
      });
    return () => abort.abort();
  }, [mint, creator, attempt, enabled, onRefused]);
  // The token of an earlier attempt would restore the dead connection.
  return enabled && pass?.attempt === attempt ? pass.token : null;
}
