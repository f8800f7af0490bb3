import type { NextRequest } from "next/server";
import { appContext } from "@/lib/context";
import { env } from "@/lib/env";
import { admitConnect, tokenOfConnect } from "@/lib/mirror/gate";

/**
 * The gate for a reverse proxy in front of an external LiveKit (`forward_auth`, `auth_request`):
 * 204 lets the connect through. The address that was asked for is in the one header that
 * AUTHORIZE_HEADER names; any other could be the client's own. Without that setting it is this
 * request's query.
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

/** As LiveKit cuts an address: everything past the first question mark. */
function queryOf(address: string): URLSearchParams {
  const mark = address.indexOf("?");
  return new URLSearchParams(mark === -1 ? "" : address.slice(mark + 1));
}
