import { type NextRequest, NextResponse } from "next/server";
import { appContext } from "@/lib/context";
import { env } from "@/lib/env";
import { answerHeldPage, answerWatchPage } from "@/lib/first-picture/answer-watch-page";
import { heldPageIn } from "@/lib/first-picture/page-parts";
import { admitConnect, tokenOfConnect } from "@/lib/livekit/gate";
import { log } from "@/lib/log";

/** What is answered before Next looks at its pages and routes. */
export async function proxy(request: NextRequest): Promise<Response> {
  const { method, nextUrl } = request;
  if (nextUrl.pathname.startsWith("/rtc")) return passConnectOn(request);
  const held = heldPageIn(nextUrl.pathname);
  if (held && method === "POST") return answerHeldPage(held);
  const page = !held && method === "GET" ? await answerWatchPage(request) : null;
  return page ?? NextResponse.next();
}

/**
 * LiveKit's signal, through our own origin and past the gate.
 *
 * A refused WebSocket upgrade cannot be answered from here (the socket would hang), so it is passed
 * on with a worthless token and LiveKit itself answers 401.
 */
async function passConnectOn(request: NextRequest): Promise<NextResponse> {
  const { pathname, searchParams } = request.nextUrl;
  const token = tokenOfConnect(request.headers, searchParams);
  const passes = await mayConnect(token, searchParams);
  const target = new URL(pathname, env().livekitUrl);
  target.search = searchParams.toString();
  // LiveKit is given the one token that was judged, in the one place where it will look for it.
  target.searchParams.set("access_token", token && passes ? token : "refused");
  const headers = new Headers(request.headers);
  headers.delete("authorization");
  return NextResponse.rewrite(target, { request: { headers } });
}

async function mayConnect(token: string | null, search: URLSearchParams): Promise<boolean> {
  try {
    return await admitConnect(appContext(), { token, search });
  } catch (error) {
    log.error("the gate could not judge a connect", error);
    return false;
  }
}

export const config = {
  matcher: [
    "/rtc",
    "/rtc/:path*",
    "/watch/:mint/page/:id",
    {
      source: "/watch/:mint",
      // A person's browser that opens the page, not React that fetches it, nor we ourselves; a search
      // engine or a preview reads the page as Next makes it, with its head in one piece.
      has: [
        { type: "header", key: "accept", value: ".*text/html.*" },
        { type: "header", key: "upgrade-insecure-requests", value: "1" },
      ],
      missing: [
        { type: "header", key: "rsc" },
        { type: "header", key: "x-whole-page" },
      ],
    },
  ],
};
