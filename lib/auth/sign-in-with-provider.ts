import "server-only";
import { randomInt } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { limitSignUp } from "@/lib/accounts/limit-sign-up";
import type { Context } from "@/lib/context";
import { email as emailField, handle } from "@/lib/contracts/accounts/auth";
import { suggestedHandle } from "@/lib/contracts/accounts/suggested-handle";
import { displayName } from "@/lib/contracts/common/fields";
import { nameMax } from "@/lib/contracts/common/limits";
import { linkedIdentities } from "@/lib/db/schema/accounts";
import { env } from "@/lib/env";
import { isMailSet } from "@/lib/mail/send-mail";
import { Problem } from "@/lib/problem";
import { unverifiedEmail } from "@/lib/sign-up/admission";
import { type Identity, signUp } from "@/lib/sign-up/sign-up";
import type { Claims } from "./provider";
import { type Session, startSession } from "./sessions";

type From = { address: string; userAgent: string | null };

/**
 * The person that the claims are about. The ID token's issuer was compared with the provider's configuration; here it
 * is compared with the setting, so that no other issuer's subjects are taken for this one's.
 */
export function identityOf({ iss, sub }: Claims): Identity {
  const issuer = iss.replace(/\/$/, "");
  if (issuer !== env().oidcIssuer) throw new Error(`the ID token is from another issuer, ${iss}`);
  return { issuer, subject: sub };
}

/**
 * Signs in with an identity from the provider; someone new gets an account. An account with the same email
 * address is not theirs because of it: see docs/decisions/0030.
 */
export async function signInWithProvider(
  context: Pick<Context, "db" | "now">,
  claims: Claims,
  { address, userAgent }: From,
): Promise<Session> {
  const identity = identityOf(claims);
  const start = () => startFor(context, identity, userAgent);
  const session = await start();
  if (session) return session;
  try {
    await limitSignUp(address, () => signUpWith(context, identity, claims));
  } catch (error) {
    // Two tabs at once: the other one has just created the account.
    const theirs = await start();
    if (theirs) return theirs;
    throw error;
  }
  const first = await start();
  if (!first) throw new Error("the new account was not found");
  return first;
}

/** Unlinking deletes the row, then ends the sessions: none starts in between. */
function startFor(
  { db, now }: Pick<Context, "db" | "now">,
  { issuer, subject }: Identity,
  userAgent: string | null,
): Promise<Session | null> {
  return db.transaction(async (tx) => {
    const [linked] = await tx
      .select({ accountId: linkedIdentities.accountId })
      .from(linkedIdentities)
      .where(and(eq(linkedIdentities.issuer, issuer), eq(linkedIdentities.subject, subject)))
      .for("share");
    if (!linked) return null;
    return startSession({ db: tx, now }, linked.accountId, { door: "pages", userAgent });
  });
}

/** Never the super admin: the provider's people are not the ones who were given the founder's link. */
async function signUpWith(
  context: Pick<Context, "db">,
  identity: Identity,
  claims: Claims,
): Promise<void> {
  const address = emailField.safeParse(claims.email);
  if (!address.success) {
    throw new Problem("no-email", "The provider didn’t send your email address.");
  }
  const verified = isVerified(claims);
  if (verified === false || (verified === null && isMailSet())) throw unverifiedEmail();
  const email = { email: address.data, unverified: verified === null };
  const account = { ...email, name: nameOf(claims), password: null, identity };
  for (const handle of handlesFor(claims)) {
    try {
      await signUp(context, { ...account, handle, ordinary: true });
      return;
    } catch (error) {
      if (!(error instanceof Problem && error.code === "handle-taken")) throw error;
    }
  }
  throw new Error("no handle was free");
}

/**
 * Some providers send the claim as text, some not at all (null). Where this server confirms addresses by mail, or an
 * address decides who may sign up, nothing less than the provider's word may take that step's place.
 */
function isVerified({ email_verified: verified }: Claims): boolean | null {
  return verified === undefined ? null : verified === true || verified === "true";
}

const words = (claim: unknown) => (typeof claim === "string" ? claim : "");
/** Some providers use an email address as the user name. Its second half says nothing, or too much. */
const userName = ({ preferred_username }: Claims) => words(preferred_username).split("@")[0] ?? "";

function nameOf(claims: Claims): string {
  for (const claim of [words(claims.name), userName(claims)]) {
    const name = displayName.safeParse([...claim].slice(0, nameMax).join(""));
    if (name.success) return name.data;
  }
  return "Someone";
}

/** Handles to try, in this order. Reserved and taken ones are refused by the sign-up. */
function* handlesFor(claims: Claims): Generator<string> {
  const known = [userName(claims), words(claims.name)]
    .map(suggestedHandle)
    .filter((suggested) => handle.safeParse(suggested).success);
  yield* known;
  const stem = (known[0] ?? "viewer").slice(0, 22).replace(/_+$/, "");
  for (let tries = 0; tries < 5; tries++) yield `${stem}_${randomInt(100_000, 1_000_000)}`;
}
