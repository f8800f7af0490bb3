import "server-only";
import type { NextRequest } from "next/server";
import { isAdmin } from "@/lib/accounts/account";
import { adminsOnly } from "@/lib/accounts/account-to-change";
import {
  type Actor,
  actorOfRequest,
  type Person,
  type Visitor,
  visitorOfRequest,
} from "@/lib/auth/actor";
import { appContext } from "@/lib/context";
import type { AccessRule, Endpoint } from "@/lib/contracts/common/endpoint";
import type { Scope } from "@/lib/contracts/common/scopes";
import { type Encoder, encoderOfKey } from "@/lib/encoders/stream-key";
import { limit } from "@/lib/limits";
import { Problem } from "@/lib/problem";
import { clientAddress } from "./client-address";
import { distrustOtherOrigins } from "./other-origins";

/** The actor a handler receives for each access rule. */
export type ActorBehind = {
  public: null;
  anyone: Actor | null;
  account: Actor;
  person: Person;
  admin: Person;
  operator: Actor;
  encoder: Encoder;
};

/** Resolves the actor. Throws 401 or 403 if the endpoint is not open to them. */
export async function admit<A extends AccessRule>(
  { access, scope, ownPagesOnly }: Pick<Endpoint, "scope" | "ownPagesOnly"> & { access: A },
  request: NextRequest,
): Promise<ActorBehind[A]> {
  if (access === "encoder") return (await encoderBehind(request)) as ActorBehind[A];
  distrustOtherOrigins(request, { ownPagesOnly });
  return (await actorBehind(access, scope, request)) as ActorBehind[A];
}

/**
 * The visitor passed to handlers that load the session's account together with the requested data.
 */
export type VisitorBehind = { anyone: Visitor | null; account: Visitor };

/** Like `admit`, but the handler checks whether the session is still valid. */
export async function admitVisitor<A extends keyof VisitorBehind>(
  { access, scope, ownPagesOnly }: Pick<Endpoint, "scope" | "ownPagesOnly"> & { access: A },
  request: NextRequest,
): Promise<VisitorBehind[A]> {
  distrustOtherOrigins(request, { ownPagesOnly });
  const visitor = await visitorOfRequest(request);
  if (!visitor && access === "account") throw notSignedIn();
  if (visitor?.by === "key") refuseUnscoped(visitor.scopes, scope);
  return visitor as VisitorBehind[A];
}

/** The encoder sends its stream key explicitly, so there is no cookie another site could abuse. */
async function encoderBehind({ headers }: NextRequest): Promise<Encoder> {
  await limit("encoder-by-address", clientAddress(headers));
  const key = /^Bearer (\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  const encoder = key ? await encoderOfKey(appContext(), key) : null;
  if (encoder) return encoder;
  throw new Problem("invalid-stream-key", "This stream key doesn’t exist or was revoked.");
}

async function actorBehind(
  rule: Exclude<AccessRule, "encoder">,
  scope: Scope | null,
  request: NextRequest,
): Promise<Actor | null> {
  // Public endpoints ignore credentials: a guest with an expired token can still knock.
  if (rule === "public") return null;
  const actor = await actorOfRequest(request);
  if (!actor) {
    if (rule === "anyone") return null;
    throw notSignedIn();
  }
  if (actor.by === "key") refuseUnscoped(actor.scopes, keyless.has(rule) ? null : scope);
  if ((rule === "admin" || rule === "operator") && !isAdmin(actor)) throw adminsOnly();
  return actor;
}

const keyless: ReadonlySet<AccessRule> = new Set(["person", "admin"]);

function refuseUnscoped(granted: readonly Scope[], needed: Scope | null): void {
  if (!needed) throw new Problem("missing-scope", "API keys can’t do this. Sign in instead.");
  if (granted.includes(needed)) return;
  throw new Problem("missing-scope", `This API key needs the ${needed} scope.`);
}

const notSignedIn = () => new Problem("not-signed-in", "Sign in first.");
