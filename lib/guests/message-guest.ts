import "server-only";
import { and, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import { guests } from "@/lib/db/schema/guests";
import { limit } from "@/lib/limits";
import { lobbyRoom, stageRoom } from "@/lib/livekit/rooms";
import { Problem } from "@/lib/problem";
import { hasSay } from "./decider";
import { nextVersion } from "./waiting-room-version";
import { meetGuest } from "./who-decides";

type Message = { mint: string; identity: string; text: string | null };

/** Leaves a line with a guest who is present; a host may, and who decides about them. */
export async function messageGuest(
  context: Context,
  account: Account,
  { mint, identity, text }: Message,
): Promise<void> {
  const { db, livekit } = context;
  const met = await meetGuest(db, account.id, { mint, identity });
  const present = met?.guest.status === "waiting" || met?.guest.status === "admitted";
  // Strangers cannot tell another host's guest from a missing one.
  if (!present || !hasSay(met.asker, met.invite)) {
    throw new Problem("guest-not-found", "Nobody with this identity waits here.");
  }
  await limit("guest-message", `${mint} ${account.id}`);
  await db.transaction(async (tx) => {
    const version = await nextVersion(tx, mint);
    await tx
      .update(guests)
      .set({ message: text, version })
      .where(and(eq(guests.mint, mint), eq(guests.identity, identity)));
  });
  const apart = met.livestream.visibility === "private" && met.guest.status === "waiting";
  const room = apart ? lobbyRoom(mint) : stageRoom(mint);
  livekit.hint(room, { type: "guest-message", text }, [identity]);
}
