import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Queries } from "@/lib/db/client";
import { requireMay } from "@/lib/livestreams/find-livestream";
import { seatOf } from "@/lib/participants/entry";
import { type Seated, standingOf } from "@/lib/participants/standing";
import { Problem } from "@/lib/problem";

type OnStage = Seated & { seat: "guestOnStage" | "viewerOnStage" };

/** A guest or featured viewer on stage, for a host of the livestream. */
export async function requireOnStage(
  { db }: { db: Queries },
  host: Account,
  { mint, identity }: { mint: string; identity: string },
): Promise<OnStage> {
  await requireMay(db, mint, host.id, "control-sources");
  const standing = await standingOf(db, mint, identity);
  if (!standing || (standing.role === "viewer" && standing.hidden)) {
    throw new Problem("participant-not-found", "This person is no longer here.");
  }
  const seat = seatOf(standing, "stage");
  if (seat === "guestOnStage" || seat === "viewerOnStage") return { ...standing, seat };
  throw new Problem("not-on-stage", "This person isn’t a guest or viewer on stage.");
}
