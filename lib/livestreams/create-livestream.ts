import "server-only";
import type { Account } from "@/lib/accounts/account";
import { heldHandle } from "@/lib/accounts/find-account";
import type { Context } from "@/lib/context";
import type { Livestream, Visibility } from "@/lib/contracts/livestreams";
import { livestreams } from "@/lib/db/schema/livestreams";
import { newMint } from "@/lib/ids";
import { limit } from "@/lib/limits";
import { requireMembership } from "@/lib/organizations/membership";
import { presentLivestream } from "./find-livestream";

type Wanted = {
  title: string;
  description: string;
  visibility: Visibility;
  scheduledAt?: string | null;
  timeZone?: string | null;
  tags: string[];
  brandOrgId?: string | null;
};

export async function createLivestream(
  { db }: Pick<Context, "db">,
  creator: Account,
  { scheduledAt, ...wanted }: Wanted,
): Promise<Livestream> {
  await limit("livestream", creator.id);
  const mint = newMint();
  await db.transaction(async (tx) => {
    if (wanted.brandOrgId) await requireMembership(tx, wanted.brandOrgId, creator.id);
    await tx.insert(livestreams).values({
      ...wanted,
      mint,
      creatorId: creator.id,
      orgId: heldHandle(creator.id),
      scheduledAt: scheduledAt ? new Date(scheduledAt) : null,
    });
  });
  return presentLivestream(db, mint);
}
