import "server-only";
import { and, eq, ne, or, type SQL } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { GuestPlace, Livestream, Visibility } from "@/lib/contracts/livestreams";
import { announce } from "@/lib/db/bus";
import { livestreams } from "@/lib/db/schema/livestreams";
import { announceEdit } from "@/lib/livestreams/announce-edit";
import { presentLivestream, requireMay } from "@/lib/livestreams/find-livestream";
import { holdLivestream } from "@/lib/livestreams/hold-livestream";
import { requireMembership } from "@/lib/organizations/membership";
import { closeUnseated } from "@/lib/participants/close-unseated";
import { Problem } from "@/lib/problem";
import { mirrorBrand } from "@/lib/stage/mirror-look";

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
  brandOrgId?: string | null;
};

export async function editLivestream(
  { db, livekit }: Pick<Context, "db" | "livekit">,
  host: Account,
  mint: string,
  given: Changes,
): Promise<Livestream> {
  const capability = setsRulesOnly(given) ? "set-chat-rules" : "edit";
  await requireMay(db, mint, host.id, capability);
  const { scheduledAt, ...changes } = given;
  await db.transaction(async (tx) => {
    await holdLivestream(tx, mint);
    const found = await requireMay(tx, mint, host.id, capability);
    if (scheduledAt !== undefined && found.forceEndReason !== null) {
      throw new Problem("not-allowed", "An admin cancelled this livestream. It can’t be reopened.");
    }
    if (changes.brandOrgId) {
      // First the host's own: whether the creator is in an organization is for its members to know.
      await requireMembership(tx, changes.brandOrgId, host.id);
      await requireMembership(tx, changes.brandOrgId, found.creatorId);
    }
    const reopens = found.status === "cancelled" && givesTime(found, scheduledAt);
    const edited = await tx
      .update(livestreams)
      .set({
        ...changes,
        ...(scheduledAt !== undefined && {
          scheduledAt: scheduledAt === null ? null : new Date(scheduledAt),
        }),
        ...(reopens && { status: "scheduled", endedAt: null }),
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
    if (reopens) await recordDecision(tx, { mint, event: "show_reopened", by: host.id });
    for (const detail of chatRules.filter((rule) => differs(found, changes, rule))) {
      await recordDecision(tx, { mint, event: "chat_rules_changed", by: host.id, detail });
    }
    if (changes.brandOrgId !== undefined && changes.brandOrgId !== found.brandOrgId) {
      await recordDecision(tx, { mint, event: "look_changed", by: host.id, detail: "brand" });
    }
    await announce(tx, { mint, what: "livestream" });
  });
  // Viewers who may no longer watch, and guests whose waiting room changed, are disconnected at
  // once.
  if (changes.visibility) await closeUnseated({ db, livekit }, [mint]);
  if (changes.brandOrgId !== undefined) await mirrorBrand({ db, livekit }, mint);
  const livestream = await presentLivestream(db, mint);
  announceEdit({ livekit }, livestream);
  return livestream;
}

/**
 * With a start time, a cancelled livestream takes place after all; one that was a draft is a draft again. To
 * take its start time away is no such wish.
 */
const givesTime = (before: { scheduledAt: Date | null }, wanted: string | null | undefined) =>
  wanted !== undefined && (wanted !== null || before.scheduledAt === null);

const chatRules = ["slowModeSeconds", "chatWithoutAccount"] as const;
type ChatRule = (typeof chatRules)[number];

const setsRulesOnly = (given: Changes) =>
  Object.keys(given).every((key) => chatRules.some((rule) => rule === key));

const differs = (before: Pick<Livestream, ChatRule>, wanted: Changes, rule: ChatRule) =>
  wanted[rule] !== undefined && wanted[rule] !== before[rule];

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
