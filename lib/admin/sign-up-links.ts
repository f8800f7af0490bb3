import "server-only";
import { desc, eq, getTableColumns, gt } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { holdAdmin } from "@/lib/accounts/hold-admin";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { SignUpLink } from "@/lib/contracts/admin/sign-up-links";
import { signUpLinksMax } from "@/lib/contracts/common/limits";
import { accounts } from "@/lib/db/schema/accounts";
import { signUpLinks } from "@/lib/db/schema/installation";
import { takeTurns } from "@/lib/db/take-turns";
import { env } from "@/lib/env";
import { newSignUpLinkId } from "@/lib/ids";
import { limit } from "@/lib/limits";
import { Problem } from "@/lib/problem";
import { hashSecret, newSecret } from "@/lib/secrets";
import { isAdminsLink } from "@/lib/sign-up/admission";

const dayMs = 24 * 3_600_000;

type Wanted = { label: string; maxUses: number; validDays: number };

const unexpired = (now: Date) => gt(signUpLinks.expiresAt, now);

/** Creates a link. Only this response contains its secret: the database keeps a hash. */
export async function createSignUpLink(
  { db, now }: Pick<Context, "db" | "now">,
  admin: Account,
  { label, maxUses, validDays }: Wanted,
): Promise<SignUpLink & { url: string }> {
  await limit("sign-up-link", admin.id);
  const secret = newSecret();
  const expiresAt = new Date(now().getTime() + validDays * dayMs);
  const made = { id: newSignUpLinkId(), label, maxUses, expiresAt, createdAt: now(), uses: 0 };
  await db.transaction(async (tx) => {
    await holdAdmin(tx, admin);
    await takeTurns(tx, "sign-up-links");
    if ((await tx.$count(signUpLinks, unexpired(now()))) >= signUpLinksMax) {
      throw new Problem("too-many-sign-up-links", `There can be ${signUpLinksMax} sign-up links.`);
    }
    await tx.insert(signUpLinks).values({ ...made, hash: hashSecret(secret), createdBy: admin.id });
    const about = { subject: made.id, subjectName: label };
    await recordDecision(tx, {
      ...{ mint: null, event: "sign_up_link_created", by: admin.id, ...about },
    });
  });
  const url = `${env().publicUrl}/sign-up#${secret}`;
  return { ...toSignUpLink({ ...made, createdBy: admin.name, ofAdmin: true }), url };
}

export async function listSignUpLinks({
  db,
  now,
}: Pick<Context, "db" | "now">): Promise<{ signUpLinks: SignUpLink[] }> {
  const rows = await db
    .select({
      ...getTableColumns(signUpLinks),
      createdBy: accounts.name,
      ofAdmin: isAdminsLink.mapWith(Boolean),
    })
    .from(signUpLinks)
    .innerJoin(accounts, eq(accounts.id, signUpLinks.createdBy))
    .where(unexpired(now()))
    .orderBy(desc(signUpLinks.createdAt), desc(signUpLinks.id));
  return { signUpLinks: rows.map(toSignUpLink) };
}

/** Revokes any admin's link. */
export async function revokeSignUpLink(
  { db }: Pick<Context, "db">,
  admin: Account,
  id: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    await holdAdmin(tx, admin);
    const [revoked] = await tx
      .delete(signUpLinks)
      .where(eq(signUpLinks.id, id))
      .returning({ label: signUpLinks.label });
    if (!revoked) {
      throw new Problem("sign-up-link-not-found", "This sign-up link doesn’t exist.");
    }
    const about = { subject: id, subjectName: revoked.label };
    await recordDecision(tx, {
      ...{ mint: null, event: "sign_up_link_revoked", by: admin.id, ...about },
    });
  });
}

type Row = Pick<
  typeof signUpLinks.$inferSelect,
  "id" | "label" | "uses" | "maxUses" | "expiresAt" | "createdAt" | "createdBy"
> & { ofAdmin: boolean };

function toSignUpLink({ ofAdmin, expiresAt, createdAt, ...row }: Row): SignUpLink {
  const { id, label, uses, maxUses, createdBy } = row;
  return {
    ...{ id, label, uses, maxUses, createdBy },
    expiresAt: expiresAt.toISOString(),
    createdAt: createdAt.toISOString(),
    works: ofAdmin && uses < maxUses,
  };
}
