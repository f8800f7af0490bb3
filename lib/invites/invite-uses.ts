import "server-only";
import { countDistinct, eq } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";
import { Problem } from "@/lib/problem";
import type { InviteRow } from "./find-invite";

/**
 * The number of guests who knocked with an invite. A browser that left and knocks again counts
 * once.
 */
export const inviteUses = countDistinct(guests.secretHash);

/** Whether the invite has reached its limit, for a browser with this guest secret or none. */
export async function isUsedUp(
  db: Queries,
  { jti, maxUses }: InviteRow,
  secretHash: string | null,
): Promise<boolean> {
  if (maxUses === null) return false;
  const knocked = await db
    .selectDistinct({ secretHash: guests.secretHash })
    .from(guests)
    .where(eq(guests.jti, jti));
  if (knocked.some((each) => each.secretHash === secretHash)) return false;
  return knocked.length >= maxUses;
}

export async function refuseUsedUp(
  tx: Queries,
  invite: InviteRow,
  secretHash: string,
): Promise<void> {
  if (!(await isUsedUp(tx, invite, secretHash))) return;
  throw new Problem(
    "invite-used-up",
    "This invite has reached its guest limit. Ask for a new one.",
  );
}
