import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { programmeLinks } from "@/lib/db/schema/programme-links";
import { hashSecret, newSecret } from "@/lib/secrets";

/** The prefix of every key, so that leaked keys are recognizable in logs and on screens. */
const prefix = "programme_";

type ProgrammeLinkRow = typeof programmeLinks.$inferSelect;

/** A new secret, with the columns stored for it. */
export function newProgrammeKey(): { key: string; columns: { hash: string; ending: string } } {
  const key = `${prefix}${newSecret()}`;
  return { key, columns: { hash: hashSecret(key), ending: key.slice(-4) } };
}

/** The livestream's link, if this is its key and its host's account is not suspended. */
export async function linkOfKey(
  { db }: Pick<Context, "db">,
  { mint, key }: { mint: string; key: string },
): Promise<Pick<ProgrammeLinkRow, "id" | "createdBy"> | null> {
  const { id, createdBy } = programmeLinks;
  const [found] = await db
    .select({ id, createdBy })
    .from(programmeLinks)
    .innerJoin(accounts, eq(accounts.id, createdBy))
    .where(
      and(
        eq(programmeLinks.hash, hashSecret(key)),
        eq(programmeLinks.mint, mint),
        isNull(accounts.suspendedAt),
      ),
    );
  return found ?? null;
}

/** Voids the link that this account created, if any. The caller disconnects the pages that show it. */
export async function deleteLinkOf(
  tx: Queries,
  { mint, accountId }: { mint: string; accountId: string },
): Promise<void> {
  await tx
    .delete(programmeLinks)
    .where(and(eq(programmeLinks.mint, mint), eq(programmeLinks.createdBy, accountId)));
}
