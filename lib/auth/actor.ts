import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import type { Account } from "@/lib/accounts/account";
import { appContext } from "@/lib/context";
import { Problem } from "@/lib/problem";
import { sessionIdOfBearer } from "./bearer";
import { sessionCookie, sessionIdOfCookie } from "./next-auth";
import { accountOfSession } from "./sessions";

/** Who a request comes from: an account, by the session that vouches for it. */
export type Actor = Account & { sessionId: string; by: "bearer" | "cookie" };

type Cookies = { get(name: string): { value: string } | undefined };

async function actorOfCookies(jar: Cookies): Promise<Actor | null> {
  const cookie = jar.get(sessionCookie())?.value;
  const sessionId = cookie ? await sessionIdOfCookie(cookie) : null;
  const account = sessionId ? await accountOfSession(appContext(), sessionId) : null;
  return sessionId && account ? { ...account, sessionId, by: "cookie" } : null;
}

/**
 * A bearer token speaks alone: with a bad one the request fails with 401, whatever its cookies say.
 */
export async function actorOfRequest(request: {
  headers: Headers;
  cookies: Cookies;
}): Promise<Actor | null> {
  const authorization = request.headers.get("authorization");
  if (!authorization) return actorOfCookies(request.cookies);
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (!token) throw new Problem("not-signed-in", "The Authorization header is not a bearer token.");
  const sessionId = await sessionIdOfBearer(token);
  const account = await accountOfSession(appContext(), sessionId);
  if (!account) throw new Problem("not-signed-in", "This session has ended. Sign in again.");
  return { ...account, sessionId, by: "bearer" };
}

/** Who looks at a page; asked once a render. */
export const actorOfPage = cache(async () => actorOfCookies(await cookies()));
