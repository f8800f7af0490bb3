import "server-only";
import type { Context } from "@/lib/context";
import { lobbyRoom, roomsOf, stageRoom } from "@/lib/livekit/rooms";
import type { Found } from "@/lib/livestreams/find-livestream";
import { log } from "@/lib/log";
import { marksOf } from "@/lib/participants/attributes";
import { stageSeat } from "@/lib/participants/entry";
import type { GuestRow } from "./move-guest";

/**
 * Applies a decision in LiveKit. Admitting is one call with the full permission set; in a private
 * show the guest waits in the lobby, sees its `gate` change and fetches a stage token. A
 * disconnected guest gets the decision on return, and the sweep repeats a failed call.
 */
export async function mirrorDecision(
  { livekit }: Pick<Context, "livekit">,
  { mint, visibility, status: showStatus }: Found,
  { identity, status, place }: GuestRow,
): Promise<void> {
  const room = visibility === "private" ? lobbyRoom(mint) : stageRoom(mint);
  try {
    if (status === "admitted") {
      const seat = stageSeat(place, showStatus);
      await livekit.update(
        room,
        identity,
        // Guests leave the lobby with a new token, for the stage and for backstage alike.
        visibility === "private"
          ? { attributes: { gate: "stage" } }
          : { attributes: marksOf({ calledBy: null }, seat), seat },
      );
      return;
    }
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
