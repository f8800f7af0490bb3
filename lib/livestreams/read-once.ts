import "server-only";
import { setImmediate as others } from "node:timers/promises";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { Queries } from "@/lib/db/client";
import { once } from "@/lib/once";
import { presentLivestream } from "./find-livestream";

/**
 * A livestream for many readers whom one change has woken: whoever asks before the reading begins
 * shares it, and the object that is sent.
 */
export function readOnce(db: Queries, mint: string): Promise<Livestream> {
  const begun = once("livestream-readings", () => new Map<string, Promise<Livestream>>());
  const shared = begun.get(mint);
  if (shared) return shared;
  const reading = (async () => {
    await others();
    // Whoever asks from here on may have been woken by a change that this reading does not see.
    begun.delete(mint);
    return presentLivestream(db, mint);
  })();
  begun.set(mint, reading);
  return reading;
}
