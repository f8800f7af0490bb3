import "server-only";
import { type Db, db } from "@/lib/db/client";
import { type LiveKit, liveKit } from "@/lib/livekit/room-service";

/**
 * What every use case receives: the database (source of truth), LiveKit (its mirror) and the clock.
 */
export type Context = { db: Db; livekit: LiveKit; now: () => Date };

export function appContext(): Context {
  return { db: db(), livekit: liveKit(), now: () => new Date() };
}
