import "server-only";
import { eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { RoomHint } from "@/lib/contracts/chat";
import type { Livestream, Visibility } from "@/lib/contracts/livestreams";
import { announce } from "@/lib/db/bus";
import { livestreams } from "@/lib/db/schema/livestreams";
import { stageRoom } from "@/lib/livekit/rooms";
import { Problem } from "@/lib/problem";
import { presentLivestream, requireHosted } from "./find-livestream";

type Changes = {
  title?: string;
  description?: string;
  visibility?: Visibility;
  scheduledAt?: string | null;
  timeZone?: string | null;
  tags?: string[];
  slowModeSeconds?: number;
};

export async function editLivestream(
  { db, livekit }: Pick<Context, "db" | "livekit">,
  host: Account,
  mint: string,
  { scheduledAt, ...changes }: Changes,
): Promise<Livestream> {
  const before = await requireHosted(db, mint, host.id);
  const { visibility = before.visibility } = changes;
  // Guests wait in another room while a show is private, so the kind of room cannot change under
  // them; and who is watching now was let in under the old rule.
  if (
    before.status === "live" &&
    (visibility === "private") !== (before.visibility === "private")
  ) {
    throw new Problem("livestream-live", "A live show cannot become private, or stop being so.");
  }
  await db.transaction(async (tx) => {
    await tx
      .update(livestreams)
      .set({
        ...changes,
        ...(scheduledAt !== undefined && {
          scheduledAt: scheduledAt === null ? null : new Date(scheduledAt),
        }),
        mint,
      })
      .where(eq(livestreams.mint, mint));
    await announce(tx, { mint, what: "livestream" });
  });
  const livestream = await presentLivestream(db, mint);
  if (livestream.status === "live") livekit.hint(stageRoom(mint), editedHint(livestream));
  return livestream;
}

/** What its viewers see of an edit at once; those without the hint see it at their next visit. */
function editedHint({ title, description, visibility, slowModeSeconds }: Livestream): RoomHint {
  return { type: "livestream", changes: { title, description, visibility, slowModeSeconds } };
}
