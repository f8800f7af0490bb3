import "server-only";
import { setImmediate as others } from "node:timers/promises";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { Queries } from "@/lib/db/client";
import { once } from "@/lib/once";
import { presentLivestream } from "./find-livestream";

/**
 * Reads a livestream for many readers woken by one change: calls made before the query starts share
 * it, and the object that is sent.
 */
export function readOnce(db: Queries, mint: string): Promise<Livestream> {
  const begun = once("livestream-readings", () => new Map<string, Promise<Livestream>>());
  const shared = begun.get(mint);
  if (shared) return shared;
  const reading = (async () => {
    await others();
    // Callers from here on may have been woken by a change this query does not see.
    begun.delete(mint);
    return presentLivestream(db, mint);
  })();
  begun.set(mint, reading);
  return reading;
}
