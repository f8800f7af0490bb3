import "server-only";
import { eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { livestreams } from "@/lib/db/schema/livestreams";
import { stageRoom } from "@/lib/livekit/rooms";
import { log } from "@/lib/log";
import { once } from "@/lib/once";
import { watchingCount } from "./watching";

/** A rush of viewers is reported as one number per second, not as one message each. */
const everyMs = 1_000;

/** Sends the number of viewers to the room, within a second. */
export function announceWatching({ db, livekit }: Context, mint: string): void {
  const due = once("watching-due", () => new Set<string>());
  if (due.has(mint)) return;
  due.add(mint);
  setTimeout(() => {
    due.delete(mint);
    void count().catch((error) => log.warn("the viewer count could not be announced", error));
  }, everyMs).unref();

  async function count(): Promise<void> {
    const [row] = await db
      .select({ watching: watchingCount(mint), status: livestreams.status })
      .from(livestreams)
      .where(eq(livestreams.mint, mint));
    if (row?.status !== "live") return;
    livekit.hint(stageRoom(mint), { type: "watching", watching: row.watching });
  }
}
