import { proofFor } from "@/lib/diagnostics/proof";

export const dynamic = "force-dynamic";

/**
 * 200 while this process answers requests, whatever it can reach. With a `challenge`, the answer
 * proves which installation it is from.
 */
export function GET(request: Request): Response {
  const proof = proofFor(new URL(request.url).searchParams.get("challenge"));
  const alive = { alive: true };
  return Response.json(proof === null ? alive : { ...alive, proof }, {
    headers: { "Cache-Control": "no-store" },
  });
}
