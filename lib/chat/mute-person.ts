import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import { may } from "@/lib/grants/capabilities";
import { livestreamFor, requireMay } from "@/lib/livestreams/find-livestream";
import { lift, restrict } from "@/lib/participants/restrictions";
import { Problem } from "@/lib/problem";

type Target = { mint: string; subject: string };

/** The person can still read this livestream's chat, but not write. */
export async function mutePerson(
  { db }: Pick<Context, "db">,
  host: Account,
  { mint, subject }: Target,
): Promise<void> {
  await requireMay(db, mint, host.id, "mute");
  const target = await livestreamFor(db, mint, subject);
  if (may(target?.role ?? null, "ignore-moderation")) {
    throw new Problem("not-allowed", "You can’t mute a host.");
  }
  await restrict(db, { mint, subject, kind: "mute" }, host.id);
}

export async function unmutePerson(
  { db }: Pick<Context, "db">,
  host: Account,
  { mint, subject }: Target,
): Promise<void> {
  await requireMay(db, mint, host.id, "mute");
  await lift(db, { mint, subject, kind: "mute" });
}
