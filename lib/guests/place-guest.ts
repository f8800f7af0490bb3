import "server-only";
import { and, eq, ne } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { GuestDestination } from "@/lib/contracts/backstage";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";
import { roomsOf, stageRoom } from "@/lib/livekit/rooms";
import { requireMay } from "@/lib/livestreams/find-livestream";
import { holdLivestream } from "@/lib/livestreams/hold-livestream";
import { log } from "@/lib/log";
import { mirrorSeats } from "@/lib/participants/mirror-seats";
import { standingOf } from "@/lib/participants/standing";
import { nextVersion } from "@/lib/participants/waiting-room-version";
import { Problem } from "@/lib/problem";
import { moveGuest } from "./move-guest";

type Placing = { mint: string; identity: string; place: GuestDestination };

/**
 * Moves an admitted guest to the stage, backstage or back to the waiting room. Repeating it does
 * nothing. Visible guests are disconnected and return hidden on their own: LiveKit would leave a
 * ghost of a visible participant that turns hidden.
 */
export async function placeGuest(context: Context, host: Account, placing: Placing): Promise<void> {
  const { db, livekit, now } = context;
  const { mint, identity, place } = placing;
  const moved = await db.transaction(async (tx) => {
    await holdLivestream(tx, mint);
    await requireMay(tx, mint, host.id, "place-guests");
    const done =
      place === "waiting-room"
        ? (await moveGuest(tx, { mint, identity, move: "return", by: null, at: now() })) !== null
        : await moveAdmitted(tx, { mint, identity, place });
    const decision = { mint, event: "guest_moved", by: host.id, subject: identity } as const;
    if (done) await recordDecision(tx, { ...decision, detail: place });
    return done;
  });
  if (!moved) {
    await refuseElsewhere(db, placing);
    return;
  }
  const standing = await standingOf(db, mint, identity);
  // Before the show an admitted guest is hidden in either place, and need not reconnect.
  const stays =
    place === "stage" || (place === "backstage" && standing?.livestreamStatus !== "live");
  if (stays && standing) {
    livekit.hint(stageRoom(mint), { type: "placed", place }, [identity]);
    await mirrorSeats(context, mint, [standing]);
    return;
  }
  if (place === "backstage") await tellBackstage(context, mint, identity);
  const rooms = place === "backstage" ? [stageRoom(mint)] : roomsOf(mint);
  await Promise.all(rooms.map((room) => livekit.remove(room, identity))).catch((error) =>
    log.warn("a guest who left the stage is still connected", error),
  );
}

/** The guest's page then withdraws picture and sound itself, and keeps its devices open. */
async function tellBackstage({ livekit }: Context, mint: string, identity: string): Promise<void> {
  await livekit
    .update(stageRoom(mint), identity, { attributes: { gate: "backstage" } })
    .catch((error) => log.warn("a guest could not be told that they are backstage", error));
}

async function moveAdmitted(
  tx: Queries,
  { mint, identity, place }: { mint: string; identity: string; place: "stage" | "backstage" },
): Promise<boolean> {
  const version = await nextVersion(tx, mint);
  const moved = await tx
    .update(guests)
    .set({ place, version })
    .where(
      and(
        eq(guests.mint, mint),
        eq(guests.identity, identity),
        eq(guests.status, "admitted"),
        ne(guests.place, place),
      ),
    )
    .returning({ identity: guests.identity });
  return moved.length > 0;
}

/** Accepts a guest who is already there. Refuses one who waits, was removed or is unknown. */
async function refuseElsewhere(db: Queries, { mint, identity, place }: Placing): Promise<void> {
  const [guest] = await db
    .select()
    .from(guests)
    .where(and(eq(guests.mint, mint), eq(guests.identity, identity)));
  const isThere =
    place === "waiting-room"
      ? guest?.status === "waiting"
      : guest?.status === "admitted" && guest.place === place;
  if (!isThere)
    throw new Problem("guest-not-found", "No admitted guest in this livestream has this identity.");
}
