import "server-only";
import type { Account } from "@/lib/accounts/account";
import { countMessages } from "@/lib/chat/count-messages";
import type { Context } from "@/lib/context";
import { isOver } from "@/lib/contracts/common/livestream-status";
import type { ShowSummary } from "@/lib/contracts/summary";
import { guestsWhoPublished } from "@/lib/guests/guests-who-published";
import { readInstallation } from "@/lib/installation/read-installation";
import { requireMay } from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";

const dayMs = 24 * 3_600_000;

/**
 * A show's summary. There is no count of unique viewers: anonymous viewers are only known by their
 * connection, and each reload makes another one.
 */
export async function readSummary(
  { db }: Pick<Context, "db">,
  host: Account,
  mint: string,
): Promise<ShowSummary> {
  const { status, startedAt, endedAt, peakWatching, forceEndReason } = await requireMay(
    db,
    mint,
    host.id,
    "read-summary",
  );
  if (!isOver(status) || !endedAt) {
    throw new Problem("show-not-over", "The summary is available once the show has ended.");
  }
  const [guests, messages, { keepShowsDays }] = await Promise.all([
    guestsWhoPublished(db, mint),
    countMessages(db, mint),
    readInstallation(db),
  ]);
  return {
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt.toISOString(),
    deletedAt: keepShowsDays === null ? null : daysAfter(endedAt, keepShowsDays),
    lengthSeconds: startedAt ? Math.round((endedAt.getTime() - startedAt.getTime()) / 1_000) : 0,
    forceEndReason,
    peakWatching,
    guests,
    messages,
  };
}

const daysAfter = (instant: Date, days: number) =>
  new Date(instant.getTime() + days * dayMs).toISOString();
