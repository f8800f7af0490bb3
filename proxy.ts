import { type NextRequest, NextResponse } from "next/server";
import { answerHeldPage, answerWatchPage } from "@/lib/first-picture/answer-watch-page";
import { heldPageIn, watchedIn } from "@/lib/first-picture/page-parts";

/**
 * What is answered before Next looks at its pages and routes: exactly these two paths, as the matcher
 * below takes more than them.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { method, nextUrl } = request;
  const held = heldPageIn(nextUrl.pathname);
  if (held && method === "POST") return answerHeldPage(held);
  const mint = watchedIn(nextUrl.pathname);
  const page = mint && method === "GET" ? await answerWatchPage(request, mint) : null;
  return page ?? NextResponse.next();
}

export const config = {
  matcher: [
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
