import "server-only";
import { sql } from "drizzle-orm";
import type { Context } from "@/lib/context";

type Health = { database: "ok" | "unreachable"; livekit: "ok" | "unreachable" };

/** Whether the app can reach its database and LiveKit. */
export async function readHealth({ db, livekit }: Context): Promise<Health> {
  const [database, media] = await Promise.allSettled([
    db.execute(sql`select 1`),
    livekit.participants("health"),
  ]);
  const word = ({ status }: PromiseSettledResult<unknown>) =>
    status === "fulfilled" ? "ok" : "unreachable";
  return { database: word(database), livekit: word(media) };
}
