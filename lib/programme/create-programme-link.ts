import "server-only";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { ProgrammeLink } from "@/lib/contracts/programme";
import { programmeLinks } from "@/lib/db/schema/programme-links";
import { env } from "@/lib/env";
import { newProgrammeLinkId } from "@/lib/ids";
import { limit } from "@/lib/limits";
import { refuseEnded, requireMay } from "@/lib/livestreams/find-livestream";
import { holdLivestream } from "@/lib/livestreams/hold-livestream";
import { closeUnseated } from "@/lib/participants/close-unseated";
import { newProgrammeKey } from "./programme-link";

/**
 * Creates the livestream's link, in place of an earlier one, whose pages are disconnected. Only this
 * response contains the key in readable form.
 */
export async function createProgrammeLink(
  context: Context,
  host: Account,
  mint: string,
): Promise<ProgrammeLink & { key: string; url: string }> {
  await limit("decision", host.id);
  const { key, columns } = newProgrammeKey();
  const createdAt = context.now();
  const link = { ...columns, id: newProgrammeLinkId(), createdBy: host.id, createdAt };
  await context.db.transaction(async (tx) => {
    await holdLivestream(tx, mint);
    const { status } = await requireMay(tx, mint, host.id, "manage-programme-link");
    refuseEnded(status);
    await tx
      .insert(programmeLinks)
      .values({ mint, ...link })
      .onConflictDoUpdate({ target: programmeLinks.mint, set: link });
    await recordDecision(tx, { mint, event: "programme_link_created", by: host.id });
  });
  await closeUnseated(context, [mint]);
  const { ending } = columns;
  const url = `${env().publicUrl}/programme/${mint}#key=${key}`;
  return { ending, connected: 0, createdAt: createdAt.toISOString(), key, url };
}
