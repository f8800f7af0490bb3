import "server-only";
import type { NextRequest } from "next/server";
import { type Actor, actorOfRequest } from "@/lib/auth/actor";
import { env } from "@/lib/env";
import { Problem } from "@/lib/problem";

/** Finds the actor and refuses whom the route is not for: 401 or 403. */
export type Access<A extends Actor | null> = (request: NextRequest) => Promise<A>;

export const anyone: Access<Actor | null> = async (request) => {
  const actor = await actorOfRequest(request);
  if (!request.headers.has("authorization")) refuseCrossSite(request);
  return actor;
};

/** For a door that is open to all: whoever knocks with an old token still gets in. */
export const nobody: Access<null> = async (request) => {
  refuseCrossSite(request);
  return null;
};

export const signedIn: Access<Actor> = async (request) => {
  const actor = await anyone(request);
  if (!actor) throw new Problem("not-signed-in", "Sign in first: the token is missing.");
  return actor;
};

/**
 * A cookie comes along whoever's page sends the request, so a write that could rest on one must
 * come from a page of ours: by fetch metadata where the browser sends it, else by its Origin.
 */
function refuseCrossSite(request: NextRequest): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const site = request.headers.get("sec-fetch-site");
  if (site === "same-origin" || site === "none") return;
  const origin = request.headers.get("origin");
  if (!site && !origin) return;
  const ours = [env().publicUrl, `http://${request.headers.get("host")}`].map(
    (url) => new URL(url).origin,
  );
  if (!site && origin && ours.includes(origin)) return;
  throw new Problem("cross-site-request", "This request came from a page of another site.");
}
