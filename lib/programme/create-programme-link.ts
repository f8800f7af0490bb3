import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { ProgrammeLink } from "@/lib/contracts/programme";
import { programmeLinks } from "@/lib/db/schema/programme-links";
import { env } from "@/lib/env";
import { newProgrammeLinkId } from "@/lib/ids";
import { refuseEnded, requireMay } from "@/lib/livestreams/find-livestream";
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
  const { status } = await requireMay(context.db, mint, host.id, "manage-programme-link");
  refuseEnded(status);
  const { key, columns } = newProgrammeKey();
  const createdAt = context.now();
  const link = { ...columns, id: newProgrammeLinkId(), createdBy: host.id, createdAt };
  await context.db
    .insert(programmeLinks)
    .values({ mint, ...link })
    .onConflictDoUpdate({ target: programmeLinks.mint, set: link });
  await closeUnseated(context, [mint]);
  const { ending } = columns;
  const url = `${env().publicUrl}/programme/${mint}#key=${key}`;
  return { ending, connected: 0, createdAt: createdAt.toISOString(), key, url };
}
