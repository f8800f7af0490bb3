import "server-only";
import type { Context } from "@/lib/context";
import { stageRoom } from "@/lib/livekit/rooms";
import { log } from "@/lib/log";
import { marksOf } from "./attributes";
import { isRefusal, seatOf } from "./entry";
import type { Seated } from "./standing";

const rowLength = 50;

/** Gives those on the stage's room what their rows say now; what fails the sweep repeats. */
export async function mirrorSeats(
  { livekit }: Pick<Context, "livekit">,
  mint: string,
  seated: Seated[],
): Promise<void> {
  const room = stageRoom(mint);
  const mirror = async (standing: Seated) => {
    const { identity, sources } = standing;
    const seat = seatOf(standing, false);
    if (isRefusal(seat)) await livekit.remove(room, identity);
    else {
      await livekit.update(room, identity, { seat, sources, attributes: marksOf(standing, seat) });
    }
  };
  // An audience that waited for the show is let in all at once; LiveKit is asked in rows.
  for (let first = 0; first < seated.length; first += rowLength) {
    const row = seated.slice(first, first + rowLength);
    await Promise.all(
      row.map((standing) =>
        mirror(standing).catch((error) =>
          log.warn("a change of permissions has not reached LiveKit yet", error),
        ),
      ),
    );
  }
}
