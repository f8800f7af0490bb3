import { appContext } from "@/lib/context";
import { proofFor } from "@/lib/diagnostics/proof";
import { readHealth } from "@/lib/health";

export const dynamic = "force-dynamic";

/**
 * 200 if the app reaches its database and LiveKit, otherwise 503 naming what is missing. With a
 * `challenge`, the answer proves which installation it is from.
 */
export async function GET(request: Request): Promise<Response> {
  const health = await readHealth(appContext());
  const well = Object.values(health).every((part) => part === "ok");
  const proof = proofFor(new URL(request.url).searchParams.get("challenge"));
  return Response.json(proof === null ? health : { ...health, proof }, {
    status: well ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
