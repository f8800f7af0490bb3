import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import { livestreamFor, requireHosted, runsTheShow } from "@/lib/livestreams/find-livestream";
import { lift, restrict } from "@/lib/participants/restrictions";
import { Problem } from "@/lib/problem";

type Target = { mint: string; subject: string };

/** The person reads on but cannot write in this livestream's chat. */
export async function mutePerson(
  { db }: Pick<Context, "db">,
  host: Account,
  { mint, subject }: Target,
): Promise<void> {
  await requireHosted(db, mint, host.id);
  const target = await livestreamFor(db, mint, subject);
  if (runsTheShow(target?.role ?? null)) {
    throw new Problem("not-allowed", "A host cannot be muted.");
  }
  await restrict(db, { mint, subject, kind: "mute" }, host.id);
}

export async function unmutePerson(
  { db }: Pick<Context, "db">,
  host: Account,
  { mint, subject }: Target,
): Promise<void> {
  await requireHosted(db, mint, host.id);
  await lift(db, { mint, subject, kind: "mute" });
}
