import "server-only";
import { and, inArray, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { livestreams } from "@/lib/db/schema/livestreams";
import { forEverybody } from "./listing";

/** The tags of live and upcoming shows, most used first. */
export async function listTags(
  { db, now }: Pick<Context, "db" | "now">,
  limit: number,
): Promise<string[]> {
  const tag = sql<string>`unnest(${livestreams.tags})`.as("tag");
  const used = db
    .select({ tag })
    .from(livestreams)
    .where(and(forEverybody(now()), inArray(livestreams.status, ["live", "scheduled"])))
    .as("used");
  const rows = await db
    .select({ tag: used.tag })
    .from(used)
    .groupBy(used.tag)
    .orderBy(sql`count(*) desc, ${used.tag}`)
    .limit(limit);
  return rows.map((row) => row.tag);
}
