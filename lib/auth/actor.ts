import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import type { Account } from "@/lib/accounts/account";
import { accountOfKey, isApiKey, keyHolds } from "@/lib/api-keys/find-api-key";
import { appContext, type Context } from "@/lib/context";
import type { Scope } from "@/lib/contracts/common/scopes";
import { Problem } from "@/lib/problem";
import { sessionIdOfBearer } from "./bearer";
import { sessionCookie, sessionIdOfCookie } from "./next-auth";
import { accountOfSession } from "./sessions";

/** An account, by the session that vouches for it. */
export type Person = Account & { by: "bearer" | "cookie"; sessionId: string };
/** An account's server, by an API key that may do what its scopes say. */
export type Server = Account & { by: "key"; keyId: string; scopes: Scope[] };
/** Who a request comes from. */
export type Actor = Person | Server;

type Cookies = { get(name: string): { value: string } | undefined };

/** Who a browser says it is, whatever else its request carries. */
export async function actorOfCookies(jar: Cookies): Promise<Person | null> {
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
  if (isApiKey(token)) return actorOfKey(token);
  const sessionId = await sessionIdOfBearer(token);
  const account = await accountOfSession(appContext(), sessionId);
  if (!account) throw new Problem("not-signed-in", "This session has ended. Sign in again.");
  return { ...account, sessionId, by: "bearer" };
}

async function actorOfKey(token: string): Promise<Server> {
  const found = await accountOfKey(appContext(), token);
  if (!found) throw new Problem("not-signed-in", "This API key does not exist or was revoked.");
  return { ...found.account, by: "key", keyId: found.keyId, scopes: found.scopes };
}

/** Whether what vouched for the actor still holds: an open event stream outlives a sign-out. */
export async function stillVouched(
  context: Pick<Context, "db" | "now">,
  actor: Actor,
): Promise<boolean> {
  if (actor.by === "key") return keyHolds(context, actor.keyId);
  return (await accountOfSession(context, actor.sessionId)) !== null;
}

/** Who looks at a page; asked once a render. */
export const actorOfPage = cache(async () => actorOfCookies(await cookies()));
