import "server-only";
import { eq, getTableColumns } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { invites } from "@/lib/db/schema/guests";
import { livestreams } from "@/lib/db/schema/livestreams";
import { Problem } from "@/lib/problem";
import { openInvite } from "./invite-token";

export type InviteRow = typeof invites.$inferSelect;

/** The row behind an invite token; 404 for a token that is not ours. */
export async function inviteOfToken(db: Queries, token: string): Promise<InviteRow> {
  const jti = await openInvite(token);
  const [row] = await db
    .select(getTableColumns(invites))
    .from(invites)
    .innerJoin(livestreams, eq(livestreams.mint, invites.mint))
    .where(eq(invites.jti, jti));
  if (!row)
    throw new Problem("invite-not-found", "This invite link is not valid. Ask for a new one.");
  return row;
}

export function inviteState(invite: InviteRow, at: Date): "valid" | "expired" | "revoked" {
  if (invite.revokedAt) return "revoked";
  return invite.expiresAt <= at ? "expired" : "valid";
}

export function refuseSpentInvite(invite: InviteRow, at: Date): void {
  const state = inviteState(invite, at);
  if (state === "revoked") {
    throw new Problem("invite-revoked", "This invite was taken back. Ask for a new one.");
  }
  if (state === "expired") {
    throw new Problem("invite-expired", "This invite has expired. Ask for a new one.");
  }
}
