import "server-only";
import { eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import { programmeLinks } from "@/lib/db/schema/programme-links";
import { requireMay } from "@/lib/livestreams/find-livestream";
import { holdLivestream } from "@/lib/livestreams/hold-livestream";
import { closeUnseated } from "@/lib/participants/close-unseated";

/** Voids the livestream's link and disconnects its pages. Has no effect if there is none. */
export async function turnOffProgrammeLink(
  context: Context,
  host: Account,
  mint: string,
): Promise<void> {
  await context.db.transaction(async (tx) => {
    await holdLivestream(tx, mint);
    await requireMay(tx, mint, host.id, "manage-programme-link");
    const gone = await tx
      .delete(programmeLinks)
      .where(eq(programmeLinks.mint, mint))
      .returning({ id: programmeLinks.id });
    if (gone.length === 0) return;
    await recordDecision(tx, { mint, event: "programme_link_turned_off", by: host.id });
  });
  await closeUnseated(context, [mint]);
}
