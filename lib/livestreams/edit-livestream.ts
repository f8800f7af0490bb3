import "server-only";
import { and, eq, ne, or, type SQL, sql } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { GuestPlace, Livestream, Visibility } from "@/lib/contracts/livestreams";
import type { RoomHint } from "@/lib/contracts/room-hint";
import { announce } from "@/lib/db/bus";
import { livestreams } from "@/lib/db/schema/livestreams";
import { stageRoom } from "@/lib/livekit/rooms";
import { closeUnseated } from "@/lib/participants/close-unseated";
import { Problem } from "@/lib/problem";
import { presentLivestream, requireMay } from "./find-livestream";

type Changes = {
  title?: string;
  description?: string;
  visibility?: Visibility;
  scheduledAt?: string | null;
  timeZone?: string | null;
  tags?: string[];
  slowModeSeconds?: number;
  chatWithoutAccount?: boolean;
  admitTo?: GuestPlace;
};

export async function editLivestream(
  { db, livekit }: Pick<Context, "db" | "livekit">,
  host: Account,
  mint: string,
  given: Changes,
): Promise<Livestream> {
  await requireMay(db, mint, host.id, setsRulesOnly(given) ? "set-chat-rules" : "edit");
  const { scheduledAt, ...changes } = given;
  await db.transaction(async (tx) => {
    const edited = await tx
      .update(livestreams)
      .set({
        ...changes,
        ...(scheduledAt !== undefined && {
          scheduledAt: scheduledAt === null ? null : new Date(scheduledAt),
          ...reopened,
        }),
        mint,
      })
      .where(and(eq(livestreams.mint, mint), maySwitchTo(changes.visibility)))
      .returning({ mint: livestreams.mint });
    if (edited.length === 0) {
      throw new Problem(
        "livestream-live",
        "You can’t switch a livestream to or from private while it’s live.",
      );
    }
    await announce(tx, { mint, what: "livestream" });
  });
  // Viewers who may no longer watch, and guests whose waiting room changed, are disconnected at
  // once.
  if (changes.visibility) await closeUnseated({ db, livekit }, [mint]);
  const livestream = await presentLivestream(db, mint);
  if (livestream.status === "live") livekit.hint(stageRoom(mint), editedHint(livestream));
  return livestream;
}

const chatRules: readonly string[] = ["slowModeSeconds", "chatWithoutAccount"];

const setsRulesOnly = (given: Changes) =>
  Object.keys(given).every((key) => chatRules.includes(key));

const cancelled = sql`${livestreams.status} = 'cancelled'`;

/** With a new start time, a cancelled livestream takes place after all. */
const reopened = {
  status: sql`case when ${cancelled} then 'scheduled' else ${livestreams.status} end`,
  endedAt: sql`case when ${cancelled} then null else ${livestreams.endedAt} end`,
};

/**
 * Guests of a private show wait in another room, so a live show cannot change between private and
 * not private; and its audience was admitted under the old rule. Part of the update's condition, so
 * that a show going live at this moment is not missed.
 */
function maySwitchTo(visibility: Visibility | undefined): SQL | undefined {
  if (!visibility) return undefined;
  const staysSo = visibility === "private" ? eq : ne;
  return or(ne(livestreams.status, "live"), staysSo(livestreams.visibility, "private"));
}

/**
 * The part of an edit that viewers see at once. Viewers without the hint see it on their next
 * visit.
 */
function editedHint(livestream: Livestream): RoomHint {
  const { title, description, visibility, slowModeSeconds, chatWithoutAccount } = livestream;
  const changes = { title, description, visibility, slowModeSeconds, chatWithoutAccount };
  return { type: "livestream", changes };
}
