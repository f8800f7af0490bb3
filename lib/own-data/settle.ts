import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { deleteAccount } from "@/lib/contracts/accounts/own-data";
import type { StoredStatus } from "@/lib/contracts/common/livestream-status";
import type { Queries } from "@/lib/db/client";
import { livestreams } from "@/lib/db/schema/livestreams";
import { fieldError } from "@/lib/field-errors";
import { invalidField } from "@/lib/problem";
import { coHostsOf, organizationsTouched } from "./successors";

export type Wish = Pick<z.output<(typeof deleteAccount)["body"]>, "organizations" | "livestreams">;

/** What happens to everything that depends on an account; null is deleted. */
export type Settlement = {
  organizations: { id: string; onlyOwner: boolean; to: string | null }[];
  livestreams: { mint: string; status: StoredStatus; to: string | null }[];
};

/**
 * Decides who takes over what: the person chosen, otherwise the first successor of its organization.
 * Throws 400 if someone named cannot take over, for example because they are no longer a co-host.
 */
export async function settle(db: Queries, accountId: string, wish: Wish): Promise<Settlement> {
  const touched = await organizationsTouched(db, accountId);
  const heirs = new Map(
    touched.map(({ id, successors }) => {
      const wished = wish.organizations.find((each) => each.id === id)?.to;
      const heir = wished ? successors.find((each) => each.id === wished) : successors[0];
      if (wished && !heir) throw cannotTakeOver("organizations");
      return [id, heir?.id ?? null];
    }),
  );
  if (wish.organizations.some(({ id }) => !heirs.has(id))) throw cannotTakeOver("organizations");
  const named = wish.livestreams.map(({ mint }) => mint);
  const coHosts = named.length > 0 ? await coHostsOf(db, accountId, named) : [];
  for (const { mint, to } of wish.livestreams) {
    if (!coHosts.some((each) => each.mint === mint && each.person.id === to)) {
      throw cannotTakeOver("livestreams");
    }
  }
  const chosen = new Map(wish.livestreams.map(({ mint, to }) => [mint, to]));
  const { mint, status, orgId } = livestreams;
  const shows = await db
    .select({ mint, status, orgId })
    .from(livestreams)
    .where(eq(livestreams.creatorId, accountId));
  return {
    organizations: touched.map(({ id, onlyOwner }) => ({
      id,
      onlyOwner,
      to: heirs.get(id) ?? null,
    })),
    livestreams: shows.map((show) => ({
      mint: show.mint,
      status: show.status,
      to: chosen.get(show.mint) ?? heirs.get(show.orgId) ?? null,
    })),
  };
}

const cannotTakeOver = (field: keyof Wish) =>
  invalidField(field, fieldError("successor", "must name people who can take over"));
