import "server-only";
import type { Context } from "@/lib/context";
import { lobbyRoom, stageRoom } from "@/lib/livekit/rooms";
import type { Found } from "@/lib/livestreams/find-livestream";
import { log } from "@/lib/log";
import { marksOf } from "@/lib/participants/attributes";
import type { GuestRow } from "./move-guest";

/**
 * Applies a decision in LiveKit. Admitting is one call with the full permission set; in a private
 * show the guest waits in the lobby, sees its `gate` change and fetches a stage token. A
 * disconnected guest gets the decision on return, and the sweep repeats a failed call.
 */
export async function mirrorDecision(
  { livekit }: Pick<Context, "livekit">,
  { mint, visibility }: Found,
  { identity, status, place }: GuestRow,
): Promise<void> {
  const room = visibility === "private" ? lobbyRoom(mint) : stageRoom(mint);
  try {
    if (status === "admitted") {
      const seat = place === "backstage" ? "guestBackstage" : "guestOnStage";
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

/** Closes the connections of guests who were turned away in the database. */
export async function dismissGuests(
  { livekit }: Pick<Context, "livekit">,
  { mint, visibility }: Found,
  sentAway: { identity: string }[],
): Promise<void> {
  // A guest of a private show may be in either room.
  const rooms = visibility === "private" ? [lobbyRoom(mint), stageRoom(mint)] : [stageRoom(mint)];
  for (const { identity } of sentAway) {
    for (const room of rooms) {
      await livekit
        .remove(room, identity)
        .catch((error) => log.warn("a guest who was turned away is still connected", error));
    }
  }
}
