import "server-only";
import { and, count, eq, isNotNull } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { ProgrammeLink } from "@/lib/contracts/programme";
import { participants } from "@/lib/db/schema/participants";
import { programmeLinks } from "@/lib/db/schema/programme-links";
import { requireMay } from "@/lib/livestreams/find-livestream";

export async function readProgrammeLink(
  { db }: Pick<Context, "db">,
  host: Account,
  mint: string,
): Promise<{ link: ProgrammeLink | null }> {
  await requireMay(db, mint, host.id, "manage-programme-link");
  const [row] = await db
    .select({
      ending: programmeLinks.ending,
      createdAt: programmeLinks.createdAt,
      connected: count(participants.identity),
    })
    .from(programmeLinks)
    .leftJoin(
      participants,
      and(
        eq(participants.mint, programmeLinks.mint),
        eq(participants.role, "programme"),
        isNotNull(participants.sid),
      ),
    )
    .where(eq(programmeLinks.mint, mint))
    .groupBy(programmeLinks.mint);
  return { link: row ? { ...row, createdAt: row.createdAt.toISOString() } : null };
}
