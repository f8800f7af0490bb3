import "server-only";
import type { Context } from "@/lib/context";
import { stageRoom } from "@/lib/livekit/rooms";
import { log } from "@/lib/log";
import { marksOf } from "./attributes";
import { isRefusal, seatOf } from "./entry";
import type { Seated } from "./standing";

const rowLength = 50;

/**
 * Updates participants' permissions in LiveKit to match their rows. The sweep repeats failed calls.
 */
export async function mirrorSeats(
  { livekit }: Pick<Context, "livekit">,
  mint: string,
  seated: Seated[],
): Promise<void> {
  const room = stageRoom(mint);
  const mirror = async (standing: Seated) => {
    const { identity, sources } = standing;
    const seat = seatOf(standing, "stage");
    if (isRefusal(seat)) await livekit.remove(room, identity);
    else {
      await livekit.update(room, identity, { seat, sources, attributes: marksOf(standing, seat) });
    }
  };
  // A waiting audience is admitted all at once, so LiveKit is called in batches.
  for (let first = 0; first < seated.length; first += rowLength) {
    const row = seated.slice(first, first + rowLength);
    await Promise.all(
      row.map((standing) =>
        mirror(standing).catch((error) =>
          log.warn("changed permissions could not be applied in LiveKit yet", error),
        ),
      ),
    );
  }
}
