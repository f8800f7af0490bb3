import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import { guests } from "@/lib/db/schema/guests";
import { limit } from "@/lib/limits";
import { lobbyRoom, stageRoom } from "@/lib/livekit/rooms";
import { nextVersion } from "@/lib/participants/waiting-room-version";
import { Problem } from "@/lib/problem";
import { loadGuest, loadGuestToDecide } from "./guest-access";

type Message = { mint: string; identity: string; text: string | null };

// Strangers cannot tell another host's guest from a missing one.
const nobodyHere = () =>
  new Problem("guest-not-found", "This guest is no longer here, or you don’t have access to them.");

/** Sends a message to a guest who is present, from anyone who may decide about them. */
export async function messageGuest(
  { db, livekit }: Context,
  account: Account,
  { mint, identity, text }: Message,
): Promise<void> {
  const asked = { mint, identity };
  // Only permitted messages are counted, and nothing is counted while rows are locked.
  if (!(await loadGuest(db, account.id, asked))) throw nobodyHere();
  await limit("guest-message", `${mint} ${account.id}`);
  const room = await db.transaction(async (tx) => {
    const loaded = await loadGuestToDecide(tx, account.id, asked);
    if (!loaded) throw nobodyHere();
    const version = await nextVersion(tx, mint);
    const [written] = await tx
      .update(guests)
      .set({ message: text, version })
      .where(
        and(
          eq(guests.mint, mint),
          eq(guests.identity, identity),
          inArray(guests.status, ["waiting", "admitted"]),
        ),
      )
      .returning({ status: guests.status });
    if (!written) throw nobodyHere();
    const apart = loaded.livestream.visibility === "private" && written.status === "waiting";
    return apart ? lobbyRoom(mint) : stageRoom(mint);
  });
  livekit.hint(room, { type: "guest-message", text }, [identity]);
}
