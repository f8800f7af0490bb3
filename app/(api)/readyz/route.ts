import { whyUnready } from "@/lib/readiness";

export const dynamic = "force-dynamic";

/** 200 if this process can serve requests, otherwise 503 with the reason. */
export function GET(): Response {
  const reason = whyUnready();
  const headers = { "Cache-Control": "no-store" };
  if (reason === null) return Response.json({ ready: true }, { headers });
  return Response.json(
    { ready: false, reason },
    { status: 503, headers: { ...headers, "Retry-After": "5" } },
  );
}
