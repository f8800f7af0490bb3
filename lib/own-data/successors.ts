import "server-only";
import { and, asc, count, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { personColumns } from "@/lib/accounts/person-columns";
import type { Person } from "@/lib/contracts/livestreams";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { livestreamMembers, livestreams } from "@/lib/db/schema/livestreams";
import { organizationMembers, organizations } from "@/lib/db/schema/organizations";

/** An organization that changes when an account is deleted. */
export type Touched = {
  id: string;
  name: string;
  /** Whether the account is its only owner. */
  onlyOwner: boolean;
  /** How many of the account's livestreams belong to it. */
  livestreams: number;
  /** Its other owners, then its admins, each in the order they joined. */
  successors: Person[];
};

/** The organizations that have no other owner than this account, or livestreams of it. */
export async function organizationsTouched(db: Queries, accountId: string): Promise<Touched[]> {
  const [owned, shows] = await Promise.all([
    db
      .select({ orgId: organizationMembers.orgId })
      .from(organizationMembers)
      .where(
        and(eq(organizationMembers.accountId, accountId), eq(organizationMembers.role, "owner")),
      ),
    db
      .select({ orgId: livestreams.orgId, livestreams: count() })
      .from(livestreams)
      .where(eq(livestreams.creatorId, accountId))
      .groupBy(livestreams.orgId),
  ]);
  const isOwner = new Set(owned.map(({ orgId }) => orgId));
  const among = [...new Set([...isOwner, ...shows.map(({ orgId }) => orgId)])];
  const counted = new Map(shows.map((each) => [each.orgId, each.livestreams]));
  const named = await db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(inArray(organizations.id, among))
    .orderBy(asc(organizations.createdAt), asc(organizations.id));
  const managers = await db
    .select({
      orgId: organizationMembers.orgId,
      role: organizationMembers.role,
      person: personColumns,
    })
    .from(organizationMembers)
    .innerJoin(accounts, eq(accounts.id, organizationMembers.accountId))
    .where(
      and(
        inArray(organizationMembers.orgId, among),
        ne(organizationMembers.accountId, accountId),
        isNull(accounts.suspendedAt),
        or(eq(organizationMembers.role, "owner"), eq(organizationMembers.role, "admin")),
      ),
    )
    .orderBy(asc(organizationMembers.createdAt), asc(accounts.handle));
  return named.flatMap(({ id, name }) => {
    const [owners, admins] = (["owner", "admin"] as const).map((role) =>
      managers
        .filter((each) => each.orgId === id && each.role === role)
        .map(({ person }) => person),
    );
    const onlyOwner = isOwner.has(id) && owners?.length === 0;
    const shown = { id, name, onlyOwner, livestreams: counted.get(id) ?? 0 };
    if (!onlyOwner && shown.livestreams === 0) return [];
    return [{ ...shown, successors: [...(owners ?? []), ...(admins ?? [])] }];
  });
}

/** The co-hosts of an account's livestreams, of which each could take it over. */
export async function coHostsOf(
  db: Queries,
  accountId: string,
  mints: string[],
): Promise<{ mint: string; person: Person }[]> {
  return db
    .select({ mint: livestreams.mint, person: personColumns })
    .from(livestreamMembers)
    .innerJoin(livestreams, eq(livestreams.mint, livestreamMembers.mint))
    .innerJoin(accounts, eq(accounts.id, livestreamMembers.accountId))
    .where(
      and(
        eq(livestreams.creatorId, accountId),
        inArray(livestreams.mint, mints),
        eq(livestreamMembers.role, "host"),
        isNull(accounts.suspendedAt),
      ),
    )
    .orderBy(asc(livestreamMembers.createdAt), asc(accounts.handle));
}
