import type { NextRequest } from "next/server";
import { appContext } from "@/lib/context";
import { admitConnect, tokenOfConnect } from "@/lib/livekit/gate";

/**
 * The gate for a reverse proxy in front of an external LiveKit (`forward_auth`, `auth_request`):
 * 204 lets the connect through. The original address comes in `X-Forwarded-Uri` or `X-Original-URI`.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const { headers } = request;
  const uri = headers.get("x-forwarded-uri") ?? headers.get("x-original-uri");
  // Only the query counts, and any text has one: an address that cannot be read is refused, not a crash.
  const search =
    uri === null ? request.nextUrl.searchParams : new URLSearchParams(uri.split("?")[1] ?? "");
  const token = tokenOfConnect(headers, search);
  const passes = await admitConnect(appContext(), { token, search });
  return new Response(null, {
    status: passes ? 204 : 401,
    headers: { "Cache-Control": "no-store" },
  });
}
