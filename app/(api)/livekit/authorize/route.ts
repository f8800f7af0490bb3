import type { NextRequest } from "next/server";
import { appContext } from "@/lib/context";
import { env } from "@/lib/env";
import { admitConnect, tokenOfConnect } from "@/lib/mirror/gate";

/**
 * The gate for a reverse proxy in front of an external LiveKit (`forward_auth`, `auth_request`):
 * 204 lets the connection through. The requested URL is in the one header that AUTHORIZE_HEADER
 * names; clients could set any other header themselves. Without that setting, this request's own
 * query is used.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const { headers, nextUrl } = request;
  const { authorizeHeader } = env();
  const search = authorizeHeader
    ? queryOf(headers.get(authorizeHeader) ?? "")
    : nextUrl.searchParams;
  const token = tokenOfConnect(headers.get("authorization"), search);
  const passes = await admitConnect(appContext(), { token, search });
  return new Response(null, {
    status: passes ? 204 : 401,
    headers: { "Cache-Control": "no-store" },
  });
}

/** Splits a URL like LiveKit does: the query is everything after the first question mark. */
function queryOf(address: string): URLSearchParams {
  const mark = address.indexOf("?");
  return new URLSearchParams(mark === -1 ? "" : address.slice(mark + 1));
}
