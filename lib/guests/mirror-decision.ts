import "server-only";
import type { Context } from "@/lib/context";
import { lobbyRoom, roomsOf, stageRoom } from "@/lib/livekit/rooms";
import type { Found } from "@/lib/livestreams/find-livestream";
import { log } from "@/lib/log";
import { mirrorSeats } from "@/lib/participants/mirror-seats";
import { standingOf } from "@/lib/participants/standing";
import type { GuestRow } from "./move-guest";

/**
 * Applies a decision in LiveKit. Admitting is one call with the full permission set; in a private
 * show the guest waits in the lobby, sees its `gate` change and fetches a stage token. A
 * disconnected guest gets the decision on return, and the sweep repeats a failed call.
 */
export async function mirrorDecision(
  context: Pick<Context, "db" | "livekit">,
  { mint, visibility }: Found,
  { identity, status }: GuestRow,
): Promise<void> {
  const { db, livekit } = context;
  try {
    if (status === "admitted" && visibility === "private") {
      // Guests leave the lobby with a new token, for the stage and for backstage alike.
      await livekit.update(lobbyRoom(mint), identity, { attributes: { gate: "stage" } });
      return;
    }
    if (status === "admitted") {
      // Read after the decision: if the show has begun since, an older seat would hide a visible guest.
      const standing = await standingOf(db, mint, identity);
      if (standing) await mirrorSeats(context, mint, [standing]);
      return;
    }
    const room = visibility === "private" ? lobbyRoom(mint) : stageRoom(mint);
    await livekit.update(room, identity, { attributes: { gate: status } });
    await livekit.remove(room, identity);
  } catch (error) {
    log.warn("a decision about a guest could not be applied in LiveKit yet", error);
  }
}

/** Closes the connections of guests who were turned away in the database, in whichever rooms they are. */
export async function dismissGuests(
  { livekit }: Pick<Context, "livekit">,
  mint: string,
  sentAway: { identity: string }[],
): Promise<void> {
  for (const { identity } of sentAway) {
    await Promise.all(
      roomsOf(mint).map((room) =>
        livekit
          .remove(room, identity)
          .catch((error) => log.warn("a guest who was turned away is still connected", error)),
      ),
    );
  }
}
