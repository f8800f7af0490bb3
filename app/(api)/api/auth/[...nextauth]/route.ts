import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { isCallbackUrl } from "@/lib/auth/callback-url";
import { callbackUrlCookie, nextAuthOptions } from "@/lib/auth/next-auth";
import { env } from "@/lib/env";
import { clientAddress } from "@/lib/http/client-address";
import { readJson } from "@/lib/http/parse";
import { problemResponse } from "@/lib/http/route";
import { Problem } from "@/lib/problem";

type Params = { params: Promise<{ nextauth: string[] }> };

async function handler(request: NextRequest, context: Params): Promise<Response> {
  // next-auth's browser code reports errors here, and so could anyone, so nothing is logged.
  const [action, provider] = (await context.params).nextauth;
  if (action === "_log") return new Response(null, { status: 204 });
  // next-auth answers 500 to anything but its form's POST.
  if (action === "callback" && provider && request.method !== "POST") {
    return problemResponse(new Problem("method-not-allowed", "Sign in with POST."));
  }
  try {
    await refuseUnreadable(request);
  } catch (error) {
    return problemResponse(error);
  }
  await forgetOddCallbackUrl();
  const { headers } = request;
  const from = { address: clientAddress(headers), userAgent: headers.get("user-agent") };
  return NextAuth(request, context, nextAuthOptions(from));
}

/** next-auth would answer both with a 500, reported as a configuration error or not at all. */
async function refuseUnreadable(request: NextRequest): Promise<void> {
  const given = request.nextUrl.searchParams.getAll("callbackUrl");
  if (given.some((url) => url && !isCallbackUrl(url, env().publicUrl))) {
    throw new Problem("invalid-request", "callbackUrl must be an address on this site.");
  }
  const isJson = request.headers.get("content-type")?.includes("application/json");
  if (isJson && request.method === "POST") await readJson(request.clone());
}

/**
 * A bad callback URL in a cookie is not the request's fault: next-auth replaces it in its response.
 */
async function forgetOddCallbackUrl(): Promise<void> {
  const jar = await cookies();
  const given = jar.get(callbackUrlCookie());
  if (given && !isCallbackUrl(given.value, env().publicUrl)) jar.delete(given.name);
}

export { handler as GET, handler as POST };
