import "server-only";
import type { Account } from "@/lib/accounts/account";
import { accountOfKey, isApiKey, keyHolds } from "@/lib/api-keys/find-api-key";
import { appContext, type Context } from "@/lib/context";
import type { Scope } from "@/lib/contracts/common/scopes";
import { Problem } from "@/lib/problem";
import { sessionIdOfBearer } from "./bearer";
import { sessionCookie, sessionIdOfCookie } from "./next-auth";
import { accountOfSession } from "./sessions";

/** An account, authenticated by a session. */
export type Person = Account & { by: "bearer" | "cookie"; sessionId: string };
/** An account's server, authenticated by an API key and limited to its scopes. */
export type Server = Account & { by: "key"; keyId: string; scopes: Scope[] };
/** The authenticated sender of a request. */
export type Actor = Person | Server;

/**
 * A session id from a request, with a valid signature. The database knows whether the session still
 * exists.
 */
export type SessionGiven = { by: Person["by"]; sessionId: string };
/** A request's credential. A use case may load its account together with the requested data. */
export type Visitor = SessionGiven | Server;

type Cookies = { get(name: string): { value: string } | undefined };
type Asking = { headers: Headers; cookies: Cookies };

/** The browser's session, whatever other credentials the request has. */
export async function sessionOfCookies(jar: Cookies): Promise<SessionGiven | null> {
  const cookie = jar.get(sessionCookie())?.value;
  const sessionId = cookie ? await sessionIdOfCookie(cookie) : null;
  return sessionId ? { by: "cookie", sessionId } : null;
}

/**
 * A bearer token takes precedence: if it is invalid the request fails with 401, whatever its
 * cookies.
 */
export async function visitorOfRequest({ headers, cookies }: Asking): Promise<Visitor | null> {
  const authorization = headers.get("authorization");
  if (!authorization) return sessionOfCookies(cookies);
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (!token) throw new Problem("not-signed-in", "The Authorization header has no bearer token.");
  if (isApiKey(token)) return actorOfKey(token);
  return { by: "bearer", sessionId: await sessionIdOfBearer(token) };
}

/** The account of a session. A cookie's session may have ended: the browser is then signed out. */
export function personOf(given: SessionGiven, account: Account | null): Person | null {
  if (account) return { ...account, ...given };
  if (given.by === "cookie") return null;
  throw new Problem("not-signed-in", "This session has ended. Sign in again.");
}

const personBehind = async (given: SessionGiven) =>
  personOf(given, await accountOfSession(appContext(), given.sessionId));

export const actorOf = async (visitor: Visitor): Promise<Actor | null> =>
  visitor.by === "key" ? visitor : personBehind(visitor);

export async function actorOfRequest(request: Asking): Promise<Actor | null> {
  const visitor = await visitorOfRequest(request);
  return visitor && actorOf(visitor);
}

async function actorOfKey(token: string): Promise<Server> {
  const found = await accountOfKey(appContext(), token);
  if (!found) throw new Problem("not-signed-in", "This API key doesn’t exist or was revoked.");
  return { ...found.account, by: "key", keyId: found.keyId, scopes: found.scopes };
}

/** Whether the actor's session or key is still valid: an open event stream outlives a sign-out. */
export async function stillVouched(
  context: Pick<Context, "db" | "now">,
  actor: Actor,
): Promise<boolean> {
  if (actor.by === "key") return keyHolds(context, actor.keyId);
  return (await accountOfSession(context, actor.sessionId)) !== null;
}

/** The account that a browser is signed in as. */
export async function actorOfBrowser(jar: Cookies): Promise<Person | null> {
  const given = await sessionOfCookies(jar);
  return given && personBehind(given);
}
