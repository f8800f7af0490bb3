import "server-only";
import { and, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { GuestPlace } from "@/lib/contracts/livestreams";
import { guests } from "@/lib/db/schema/guests";
import { requireMay } from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";
import { decideGuest } from "./decide-guest";

/** Admits everyone who is waiting, in the order they knocked. */
export async function admitAllGuests(
  context: Context,
  host: Account,
  { mint, place }: { mint: string; place: GuestPlace },
): Promise<number> {
  await requireMay(context.db, mint, host.id, "admit-all-guests");
  const waiting = await context.db
    .select({ identity: guests.identity })
    .from(guests)
    .where(and(eq(guests.mint, mint), eq(guests.status, "waiting")))
    .orderBy(guests.knockedAt);
  let admitted = 0;
  for (const { identity } of waiting) {
    try {
      await decideGuest(context, host, { mint, identity, move: "admit", place });
      admitted += 1;
    } catch (error) {
      // Another host was faster, or the guest has left.
      if (!(error instanceof Problem)) throw error;
    }
  }
  return admitted;
}
