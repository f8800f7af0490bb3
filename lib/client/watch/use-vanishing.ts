"use client";

import { type Dispatch, useCallback, useEffect, useRef } from "react";
import { ApiError, call } from "@/lib/client/server-api/api";
import type { readLivestream } from "@/lib/contracts/livestreams";
import type { Scene, WatchEvent } from "./watch-state";

/** An account's live shows end first and are deleted shortly after. */
const afterEndMs = 10_000;

/**
 * Nothing reports the deletion of a show that has ended to its viewers, so the page asks: shortly after the show
 * ended here, and whenever it is looked at again. A cancelled one still has its events, but may become private.
 *
 * @returns asks at once
 */
export function useVanishing(
  mint: string,
  scene: Scene["name"],
  dispatch: Dispatch<WatchEvent>,
): () => void {
  const over = scene === "ended";
  const opening = useRef(scene);
  const asking = useRef(false);

  const ask = useCallback(async () => {
    if (asking.current) return;
    asking.current = true;
    try {
      await call<typeof readLivestream>("GET", "/livestreams/{mint}", { params: { mint } });
    } catch (error) {
      if (error instanceof ApiError && error.code === "livestream-not-found") {
        dispatch({ type: "vanished" });
      }
    }
    asking.current = false;
  }, [mint, dispatch]);

  useEffect(() => {
    if (!over) return;
    // At different times, because a whole audience sees the end at once.
    const justEnded = opening.current !== "ended";
    const timer = justEnded && setTimeout(ask, afterEndMs * (1 + Math.random()));
    const look = () => document.visibilityState === "visible" && void ask();
    document.addEventListener("visibilitychange", look);
    return () => {
      if (timer) clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [over, ask]);

  return ask;
}
