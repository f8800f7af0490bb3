import "server-only";
import { eq, getTableColumns, inArray, type SQL } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { invites } from "@/lib/db/schema/guests";
import { livestreams } from "@/lib/db/schema/livestreams";
import { brandOfShow } from "@/lib/livestreams/brand";
import { Problem } from "@/lib/problem";
import { codeDigests, isInviteCode } from "./invite-code";
import { openInvite } from "./invite-token";

export type InviteRow = typeof invites.$inferSelect;

const livestreamColumns = {
  mint: livestreams.mint,
  title: livestreams.title,
  creatorName: accounts.name,
  status: livestreams.status,
  scheduledAt: livestreams.scheduledAt,
  visibility: livestreams.visibility,
  brand: brandOfShow,
};

/**
 * The invite of a token, or of a short link's code, and its livestream. Throws 404 if it is not
 * ours.
 */
export const inviteOfToken = async (db: Queries, token: string) =>
  isInviteCode(token)
    ? theInvite(db, "invite-by-code", inArray(invites.codeDigest, codeDigests(token)))
    : inviteById(db, await openInvite(token));

export const inviteById = (db: Queries, jti: string) =>
  theInvite(db, "invite", eq(invites.jti, jti));

async function theInvite(db: Queries, statement: string, where: SQL) {
  const [found] = await db
    .select({ invite: getTableColumns(invites), livestream: livestreamColumns })
    .from(invites)
    .innerJoin(livestreams, eq(livestreams.mint, invites.mint))
    .innerJoin(accounts, eq(accounts.id, livestreams.creatorId))
    .where(where)
    .prepare(statement)
    .execute();
  if (!found)
    throw new Problem("invite-not-found", "This invite link isn’t valid. Ask for a new one.");
  return found;
}

export function inviteState(invite: InviteRow, at: Date): "valid" | "expired" | "revoked" {
  if (invite.revokedAt) return "revoked";
  return invite.expiresAt && invite.expiresAt <= at ? "expired" : "valid";
}

export function refuseSpentInvite(invite: InviteRow, at: Date): void {
  const state = inviteState(invite, at);
  if (state === "revoked") {
    throw new Problem("invite-revoked", "This invite was cancelled. Ask for a new one.");
  }
  if (state === "expired") {
    throw new Problem("invite-expired", "This invite has expired. Ask for a new one.");
  }
}
