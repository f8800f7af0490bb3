import "server-only";
import { and, eq, gt } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { WaysToSignIn } from "@/lib/contracts/accounts/linked-identity";
import { accounts, linkedIdentities, sessions } from "@/lib/db/schema/accounts";
import { env } from "@/lib/env";
import { Problem } from "@/lib/problem";
import type { Identity } from "@/lib/sign-up/sign-up";
import { withCurrentPassword } from "./current-password";
import { providerName } from "./provider";
import { endSessionsOf, isOpen } from "./sessions";

type Owner = { id: string; sessionId: string };

/** Enough to sign in at the provider. */
const linkMs = 15 * 60_000;

/** How an account can sign in. */
export async function waysToSignIn(
  { db }: Pick<Context, "db">,
  { id }: Pick<Owner, "id">,
): Promise<WaysToSignIn> {
  const [row] = await db
    .select({ passwordHash: accounts.passwordHash, linkedAt: linkedIdentities.createdAt })
    .from(accounts)
    .leftJoin(
      linkedIdentities,
      and(
        eq(linkedIdentities.accountId, accounts.id),
        eq(linkedIdentities.issuer, env().oidcIssuer ?? ""),
      ),
    )
    .where(eq(accounts.id, id));
  return {
    hasPassword: Boolean(row?.passwordHash),
    provider: providerName(),
    linkedAt: row?.linkedAt?.toISOString() ?? null,
  };
}

/**
 * Lets a session link an identity. A linked identity can sign in for good, so it needs the password, as
 * changing the email address does.
 */
export async function allowLinking(
  { db, now }: Pick<Context, "db" | "now">,
  { id, sessionId }: Owner,
  currentPassword: string,
): Promise<{ until: string }> {
  const until = new Date(now().getTime() + linkMs);
  await withCurrentPassword({ db }, { id, typed: currentPassword }, () =>
    db.update(sessions).set({ linkUntil: until }).where(eq(sessions.id, sessionId)),
  );
  return { until: until.toISOString() };
}

/**
 * Links an identity with the session's account, if that session may. Replaces the account's identity at the
 * same provider. Locks the identity, then the account, then the session, as a sign-in and unlinking do.
 *
 * @returns false if the session may not: then this is a sign-in like any other
 */
export async function linkIdentity(
  { db, now }: Pick<Context, "db" | "now">,
  sessionId: string,
  { issuer, subject }: Identity,
): Promise<boolean> {
  const maySession = and(eq(sessions.id, sessionId), gt(sessions.linkUntil, now()), isOpen(now()));
  return db.transaction(async (tx) => {
    const [session] = await tx
      .select({ accountId: sessions.accountId })
      .from(sessions)
      .where(maySession);
    if (!session) return false;
    const { accountId } = session;
    await tx
      .delete(linkedIdentities)
      .where(and(eq(linkedIdentities.accountId, accountId), eq(linkedIdentities.issuer, issuer)));
    const linked = await tx
      .insert(linkedIdentities)
      .values({ issuer, subject, accountId })
      .onConflictDoNothing()
      .returning({ subject: linkedIdentities.subject });
    if (linked.length === 0) {
      throw new Problem("identity-taken", "This is already linked to another account here.");
    }
    const used = await tx
      .update(sessions)
      .set({ linkUntil: null })
      .where(maySession)
      .returning({ id: sessions.id });
    if (used.length === 0) throw new Problem("not-signed-in", "This session has ended.");
    return true;
  });
}

/**
 * Removes an account's linked identities, unless they are its only way to sign in, and ends its other
 * sessions: one of them may be the reason.
 */
export async function unlinkIdentity(context: Context, { id, sessionId }: Owner): Promise<void> {
  const closeSeats = await context.db.transaction(async (tx) => {
    const gone = await tx
      .delete(linkedIdentities)
      .where(eq(linkedIdentities.accountId, id))
      .returning({ subject: linkedIdentities.subject });
    if (gone.length === 0) {
      throw new Problem("identity-not-found", "Your account isn’t linked.");
    }
    const [account] = await tx
      .select({ passwordHash: accounts.passwordHash })
      .from(accounts)
      .where(eq(accounts.id, id))
      .for("update");
    if (!account?.passwordHash) {
      throw new Problem(
        "only-way-to-sign-in",
        "Set a password first: this is your only way to sign in.",
      );
    }
    return endSessionsOf(context, tx, { accountId: id, kept: sessionId });
  });
  await closeSeats();
}
