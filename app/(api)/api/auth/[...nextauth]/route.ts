import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { sessionOfCookies } from "@/lib/auth/actor";
import { isCallbackUrl, pathOfCallbackUrl } from "@/lib/auth/callback-url";
import { callbackUrlCookie, nextAuthOptions } from "@/lib/auth/next-auth";
import { providerId } from "@/lib/contracts/common/provider";
import { env } from "@/lib/env";
import { clientAddress } from "@/lib/http/client-address";
import { readJson } from "@/lib/http/parse";
import { problemResponse } from "@/lib/http/route";
import { limit } from "@/lib/limits";
import { Problem } from "@/lib/problem";

type Params = { params: Promise<{ nextauth: string[] }> };

async function handler(request: NextRequest, context: Params): Promise<Response> {
  // next-auth's browser code reports errors here, and so could anyone, so nothing is logged.
  const [action, provider] = (await context.params).nextauth;
  if (action === "_log") return new Response(null, { status: 204 });
  // next-auth would put the error into its redirect as it came. Its sign-in does not.
  if (action === "error") {
    const error = request.nextUrl.searchParams.get("error") ?? "";
    return Response.redirect(
      `${env().publicUrl}/api/auth/signin?${new URLSearchParams({ error })}`,
    );
  }
  // next-auth answers 500 to anything but its form's POST. The provider sends people back with GET.
  const method = provider === providerId ? "GET" : "POST";
  if (action === "callback" && provider && request.method !== method) {
    return problemResponse(new Problem("method-not-allowed", `Sign in with ${method}.`));
  }
  const { headers } = request;
  const address = clientAddress(headers);
  try {
    await refuseUnreadable(request);
    // next-auth would pass them on to the provider.
    if (action === "signin" && request.method === "POST" && request.nextUrl.search) {
      throw new Problem("invalid-request", "Sign-in takes no query parameters.");
    }
  } catch (error) {
    return problemResponse(error);
  }
  const jar = await cookies();
  await forgetOddCallbackUrl();
  const next = pathOfCallbackUrl(jar.get(callbackUrlCookie())?.value);
  const viaProvider = provider === providerId;
  try {
    if (viaProvider) await limit("provider-by-address", address);
  } catch (error) {
    if (!(error instanceof Problem)) return problemResponse(error);
    return refusedOnPage(request, error.code, next);
  }
  const session = viaProvider ? await sessionOfCookies(jar) : null;
  const sessionId = session?.sessionId ?? null;
  const from = { address, userAgent: headers.get("user-agent"), sessionId, next };
  return NextAuth(request, context, nextAuthOptions(from));
}

/** Someone is on their way between two pages, where a problem in JSON would be a dead end. */
function refusedOnPage({ method }: NextRequest, error: string, next: string): Response {
  const url = `${env().publicUrl}/sign-in?${new URLSearchParams({ error, next })}`;
  // next-auth's browser code goes where the response to its POST says.
  return method === "POST" ? Response.json({ url }) : Response.redirect(url, 302);
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
