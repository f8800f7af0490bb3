import { appContext } from "@/lib/context";
import { readHealth } from "@/lib/health";

export const dynamic = "force-dynamic";

/** 200 if the app reaches its database and LiveKit, otherwise 503 naming what is missing. */
export async function GET(): Promise<Response> {
  const health = await readHealth(appContext());
  const well = Object.values(health).every((part) => part === "ok");
  return Response.json(health, {
    status: well ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
