import "server-only";
import { type Db, db } from "@/lib/db/client";
import { type LiveKit, liveKit } from "@/lib/livekit/room-service";

/** What every use case takes: the database that decides, LiveKit that mirrors, and the time. */
export type Context = { db: Db; livekit: LiveKit; now: () => Date };

export function appContext(): Context {
  return { db: db(), livekit: liveKit(), now: () => new Date() };
}
