import "server-only";
import type { Queries } from "@/lib/db/client";
import { type Seated, standingsOf } from "./standing";
import { carriesSeat, seatViewers } from "./viewer-seat";

type Present = { mint: string; identity: string; attributes: Record<string, string> };

/**
 * The seats of people whom LiveKit has in its rooms, by mint and identity with a blank between. A viewer
 * of whose connect nothing has told yet is given theirs.
 */
export async function seatsOfPresent(
  db: Queries,
  present: Present[],
): Promise<Map<string, Seated>> {
  const known = await standingsOf(db, present);
  const unheard = present.filter(
    (each) => carriesSeat(each) && !known.has(`${each.mint} ${each.identity}`),
  );
  if (unheard.length === 0) return known;
  await seatViewers(
    db,
    unheard.map((seen) => ({ mint: seen.mint, seen })),
  );
  return standingsOf(db, present);
}
