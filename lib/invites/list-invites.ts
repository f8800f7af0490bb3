import "server-only";
import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { InviteSummary } from "@/lib/contracts/invites";
import { accounts } from "@/lib/db/schema/accounts";
import { guests, invites } from "@/lib/db/schema/guests";
import { requireMay } from "@/lib/livestreams/find-livestream";
import { linkOf } from "./invite-link";
import { inviteUses } from "./invite-uses";

/** The active invites, newest first. */
export async function listInvites(
  { db, now }: Pick<Context, "db" | "now">,
  host: Account,
  mint: string,
): Promise<InviteSummary[]> {
  const { status } = await requireMay(db, mint, host.id, "invite");
  if (status === "ended") return [];
  const rows = await db
    .select({ invite: invites, createdBy: accounts.name, guests: inviteUses })
    .from(invites)
    .innerJoin(accounts, eq(accounts.id, invites.createdBy))
    .leftJoin(guests, eq(guests.jti, invites.jti))
    .where(
      and(
        eq(invites.mint, mint),
        isNull(invites.revokedAt),
        or(isNull(invites.expiresAt), gt(invites.expiresAt, now())),
      ),
    )
    .groupBy(invites.jti, accounts.name)
    .orderBy(desc(invites.createdAt));
  const summaries = rows.map(async ({ invite, createdBy, guests: knocked }) => ({
    jti: invite.jti,
    label: invite.label,
    url: await linkOf(invite),
    createdAt: invite.createdAt.toISOString(),
    expiresAt: invite.expiresAt?.toISOString() ?? null,
    createdBy,
    who: whoAdmits(invite),
    guests: knocked,
    maxUses: invite.maxUses,
  }));
  return Promise.all(summaries);
}

function whoAdmits(invite: typeof invites.$inferSelect): InviteSummary["who"] {
  if (invite.allowAll) return "any-admin";
  return invite.allowedAdmins.length > 0 ? "named-admins" : "hosts";
}
