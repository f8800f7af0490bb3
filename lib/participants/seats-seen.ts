import "server-only";
import type { Queries } from "@/lib/db/client";
import { type Seated, standingOf, standingsOf } from "./standing";
import { carriesSeat, type Seen, seatViewers } from "./viewer-seat";

/**
 * The seat of a participant who connects with a token. A viewer's is written first: most connects of
 * viewers are their first, and writing changes nothing where the seat exists.
 */
export async function seatOfSeen(db: Queries, seen: Seen): Promise<Seated | null> {
  if (carriesSeat(seen)) await seatViewers(db, [seen]);
  return standingOf(db, seen.mint, seen.identity);
}

/**
 * The same for many participants in LiveKit's rooms, keyed by `mint identity`: a viewer's
 * connection may not have been reported yet.
 */
export async function seatsOfSeen(db: Queries, all: Seen[]): Promise<Map<string, Seated>> {
  const known = await standingsOf(db, all);
  const unheard = all.filter(
    (seen) => carriesSeat(seen) && !known.has(`${seen.mint} ${seen.identity}`),
  );
  if (unheard.length === 0) return known;
  await seatViewers(db, unheard);
  return standingsOf(db, all);
}
