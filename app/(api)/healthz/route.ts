import { appContext } from "@/lib/context";
import { readHealth } from "@/lib/health";

export const dynamic = "force-dynamic";

/** 200 when the app reaches its database and its LiveKit, 503 with what is missing otherwise. */
export async function GET(): Promise<Response> {
  const health = await readHealth(appContext());
  const well = Object.values(health).every((part) => part === "ok");
  return Response.json(health, {
    status: well ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
