import "server-only";
import { eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import { programmeLinks } from "@/lib/db/schema/programme-links";
import { requireMay } from "@/lib/livestreams/find-livestream";
import { closeUnseated } from "@/lib/participants/close-unseated";

/** Voids the livestream's link and disconnects its pages. Has no effect if there is none. */
export async function turnOffProgrammeLink(
  context: Context,
  host: Account,
  mint: string,
): Promise<void> {
  await requireMay(context.db, mint, host.id, "manage-programme-link");
  await context.db.delete(programmeLinks).where(eq(programmeLinks.mint, mint));
  await closeUnseated(context, [mint]);
}
