import "server-only";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { may } from "@/lib/grants/capabilities";
import { limit } from "@/lib/limits";
import { livestreamFor, requireMay } from "@/lib/livestreams/find-livestream";
import { holdLivestream } from "@/lib/livestreams/hold-livestream";
import { lift, restrict, restrictionsAmong } from "@/lib/participants/restrictions";
import { Problem } from "@/lib/problem";

const isMuted = async (tx: Queries, { mint, subject }: Target) => {
  // Two hosts at once: the second sees what the first did.
  await holdLivestream(tx, mint);
  return (await restrictionsAmong(tx, mint, [subject]))(subject).has("mute");
};

type Target = { mint: string; subject: string };

/** The person can still read this livestream's chat, but not write. */
export async function mutePerson(
  { db }: Pick<Context, "db">,
  host: Account,
  { mint, subject }: Target,
): Promise<void> {
  await limit("decision", host.id);
  await requireMay(db, mint, host.id, "mute");
  const target = await livestreamFor(db, mint, subject);
  if (may(target?.role ?? null, "ignore-moderation")) {
    throw new Problem("not-allowed", "You can’t mute a host or moderator.");
  }
  await db.transaction(async (tx) => {
    if (await isMuted(tx, { mint, subject })) return;
    await restrict(tx, { mint, subject, kind: "mute" }, host.id);
    await recordDecision(tx, { mint, event: "chat_muted", by: host.id, subject });
  });
}

export async function unmutePerson(
  { db }: Pick<Context, "db">,
  host: Account,
  { mint, subject }: Target,
): Promise<void> {
  await limit("decision", host.id);
  await requireMay(db, mint, host.id, "mute");
  await unmuteAsAdmin({ db }, host, { mint, subject });
}

/** The same for an admin of the installation, who needs no role in the show. */
export async function unmuteAsAdmin(
  { db }: Pick<Context, "db">,
  admin: Account,
  { mint, subject }: Target,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await isMuted(tx, { mint, subject }))) return;
    await lift(tx, { mint, subject, kind: "mute" });
    await recordDecision(tx, { mint, event: "chat_unmuted", by: admin.id, subject });
  });
}
