import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { isCallbackUrl } from "@/lib/auth/callback-url";
import { callbackUrlCookie, nextAuthOptions } from "@/lib/auth/next-auth";
import { env } from "@/lib/env";
import { clientAddress } from "@/lib/http/client-address";
import { problemResponse } from "@/lib/http/route";
import { Problem } from "@/lib/problem";

type Params = { params: Promise<{ nextauth: string[] }> };

async function handler(request: NextRequest, context: Params): Promise<Response> {
  // Its browser half reports errors here, and so may anyone: nothing of it is written down.
  const [action, provider] = (await context.params).nextauth;
  if (action === "_log") return new Response(null, { status: 204 });
  // next-auth answers 500 to anything but the POST of its form.
  if (action === "callback" && provider && request.method !== "POST") {
    return problemResponse(new Problem("method-not-allowed", "Sign in with POST."));
  }
  const misled = misleading(request);
  if (misled) return misled;
  return NextAuth(request, context, nextAuthOptions(clientAddress(request.headers)));
}

/** next-auth would call an address that it cannot read a fault of its configuration: a 500. */
function misleading({ nextUrl, cookies }: NextRequest): Response | null {
  const cookie = callbackUrlCookie();
  const given = [...nextUrl.searchParams.getAll("callbackUrl"), cookies.get(cookie)?.value];
  const { publicUrl } = env();
  if (given.every((url) => !url || isCallbackUrl(url, publicUrl))) return null;
  const answer = problemResponse(
    new Problem("invalid-request", "callbackUrl must be an address of this site."),
  );
  // Else the browser would be refused until it forgets.
  answer.headers.append("Set-Cookie", `${cookie}=; Path=/; Max-Age=0`);
  return answer;
}

export { handler as GET, handler as POST };
