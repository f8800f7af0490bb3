import "server-only";
import { countDistinct, eq } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";
import { Problem } from "@/lib/problem";
import type { InviteRow } from "./find-invite";

/** How many have knocked by an invite: a browser that left and knocks anew is one. */
export const inviteUses = countDistinct(guests.secretHash);

/** Whether the invite takes nobody more, for a browser that holds this guest's secret or none. */
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
