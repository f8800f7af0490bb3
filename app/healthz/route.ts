import { sql } from "drizzle-orm";
import { appContext } from "@/lib/context";

export const dynamic = "force-dynamic";

/** 200 when the app can reach its database and its LiveKit, 503 with what is missing otherwise. */
export async function GET(): Promise<Response> {
  const { db, livekit } = appContext();
  const [database, media] = await Promise.allSettled([
    db.execute(sql`select 1`),
    livekit.participants("health"),
  ]);
  const parts = {
    database: database.status === "fulfilled" ? "ok" : "unreachable",
    livekit: media.status === "fulfilled" ? "ok" : "unreachable",
  };
  const ok = Object.values(parts).every((part) => part === "ok");
  return Response.json(parts, {
    status: ok ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
