import "server-only";
import { and, desc, eq, exists, type SQL } from "drizzle-orm";
import { type Account, isSuperAdmin } from "@/lib/accounts/account";
import { waysToSignIn } from "@/lib/auth/linked-identity";
import type { Context } from "@/lib/context";
import type { DeletionPlan } from "@/lib/contracts/accounts/own-data";
import { livestreamMembers, livestreams } from "@/lib/db/schema/livestreams";
import { coHostsOf, organizationsTouched } from "./successors";

const listed = 100;

/** What goes with an account, and who could take over what. Changes nothing. */
export async function planDeletion(
  { db }: Pick<Context, "db">,
  owner: Account,
): Promise<DeletionPlan> {
  const { hasPassword } = await waysToSignIn({ db }, owner);
  const organizations = await organizationsTouched(db, owner.id);
  const kept = organizations.filter(({ successors }) => successors.length > 0);
  const coHosts = db
    .select({ mint: livestreamMembers.mint })
    .from(livestreamMembers)
    .where(and(eq(livestreamMembers.mint, livestreams.mint), eq(livestreamMembers.role, "host")));
  const newest = (which: SQL) =>
    db
      .select({ mint: livestreams.mint, title: livestreams.title, orgId: livestreams.orgId })
      .from(livestreams)
      .where(and(eq(livestreams.creatorId, owner.id), which))
      .orderBy(desc(livestreams.createdAt), desc(livestreams.mint))
      .limit(listed);
  const live = await newest(eq(livestreams.status, "live"));
  const shows = await newest(exists(coHosts));
  const mints = shows.map(({ mint }) => mint);
  const found = await coHostsOf(db, owner.id, mints);
  const stays = (orgId: string) => kept.some(({ id }) => id === orgId);
  return {
    refusal: isSuperAdmin(owner) ? "super-admin" : hasPassword ? null : "no-password",
    organizations,
    live: live.map(({ mint, title, orgId }) => ({ mint, title, stays: stays(orgId) })),
    livestreams: shows.map(({ mint, title, orgId }) => ({
      mint,
      title,
      stays: stays(orgId),
      successors: found.filter((each) => each.mint === mint).map(({ person }) => person),
    })),
  };
}
