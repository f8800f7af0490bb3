import "server-only";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { WaitingGuest } from "@/lib/contracts/livestreams";
import { livestreamNotFound } from "@/lib/livestreams/find-livestream";
import { waitingRoomReader } from "./guest-access";
import { guestsSeenBy, readWaitingRoom } from "./waiting-room";

/**
 * Guests who wait or are on stage. Admins who are not hosts see only those they may decide about.
 */
export async function listWaiting(
  { db }: Pick<Context, "db">,
  account: Account,
  mint: string,
): Promise<WaitingGuest[]> {
  const reader = await waitingRoomReader(db, mint, account.id);
  if (!reader) throw livestreamNotFound();
  return guestsSeenBy(reader, await readWaitingRoom(db, mint));
}
