import "server-only";
import { and, eq, gt, lt, type SQL, sql } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { signUpLinks } from "@/lib/db/schema/installation";
import { readInstallation } from "@/lib/installation/read-installation";
import { Problem } from "@/lib/problem";
import { domainIn } from "@/lib/setting-kinds.mjs";

type Applicant = {
  email: string;
  /** Whether the provider that sent the address said nothing about having verified it. */
  unverified?: boolean;
  /** The hash of the secret in an admin's link. */
  signUpLink?: string | null;
};

/** Whether the account that created a link is an admin, and not suspended. */
export const isAdminsLink: SQL = sql`exists (
  select 1 from ${accounts} maker
  where maker.id = ${signUpLinks.createdBy} and maker.role <> 'user' and maker.suspended_at is null
)`;

/** Whether an admin's link, by the hash of its secret, can still be used to sign up. */
export const signUpLinkWorks = (hash: string) =>
  and(
    eq(signUpLinks.hash, hash),
    lt(signUpLinks.uses, signUpLinks.maxUses),
    gt(signUpLinks.expiresAt, sql`now()`),
    isAdminsLink,
  );

/**
 * Refuses people who may not sign up, before anything is hashed, mailed or said about their address.
 *
 * @throws Problem `sign-up-closed`, `sign-up-domain`, `unverified-email` or `sign-up-link-invalid`
 */
export async function requireAdmission(db: Queries, applicant: Applicant): Promise<void> {
  const link = await linkNeeded(db, applicant);
  if (link === null) return;
  const found = await db
    .select({ id: signUpLinks.id })
    .from(signUpLinks)
    .where(signUpLinkWorks(link));
  if (found.length === 0) throw linkInvalid();
}

/** The same in the transaction that creates the account, which uses the link. */
export async function takeAdmission(tx: Queries, applicant: Applicant): Promise<void> {
  const link = await linkNeeded(tx, applicant);
  if (link === null) return;
  const used = await tx
    .update(signUpLinks)
    .set({ uses: sql`${signUpLinks.uses} + 1` })
    .where(signUpLinkWorks(link))
    .returning({ id: signUpLinks.id });
  if (used.length === 0) throw linkInvalid();
}

/** The link to sign up with; null if this address needs none. */
async function linkNeeded(db: Queries, applicant: Applicant): Promise<string | null> {
  const { email, unverified, signUpLink } = applicant;
  const { signUp, signUpDomains } = await readInstallation(db);
  if (signUp === "open") return null;
  const domain = domainIn(email.slice(email.lastIndexOf("@") + 1));
  if (signUp === "domains" && domain && signUpDomains.includes(domain)) {
    if (unverified) throw unverifiedEmail();
    return null;
  }
  if (signUpLink) return signUpLink;
  throw signUp === "domains"
    ? new Problem("sign-up-domain", "You can’t sign up here with an email address of this domain.")
    : new Problem("sign-up-closed", "Sign-up is closed. It takes a link from an admin.");
}

export const unverifiedEmail = () =>
  new Problem("unverified-email", "The provider hasn’t verified your email address.");

const linkInvalid = () =>
  new Problem("sign-up-link-invalid", "This sign-up link has expired or was already used.");
