import "server-only";
import type { Context } from "@/lib/context";
import { inParallel } from "@/lib/in-parallel";
import { roomsOf } from "@/lib/livekit/rooms";
import { log } from "@/lib/log";
import { Problem } from "@/lib/problem";

const callsAtOnce = 8;
/** LiveKit receives the names of the rooms it looks for. */
const namesAtOnce = 500;

/**
 * Closes every room of livestreams that are over and about to be deleted. Afterwards no row would tell
 * the sweep that a room is still open, so a failure is thrown.
 *
 * @param mayClose is asked before each room is closed
 */
export async function closeRooms(
  { livekit }: Pick<Context, "livekit">,
  mints: string[],
  mayClose: () => Promise<boolean> = async () => true,
): Promise<void> {
  const names = mints.flatMap(roomsOf);
  try {
    for (let first = 0; first < names.length; first += namesAtOnce) {
      const open = await livekit.rooms(names.slice(first, first + namesAtOnce));
      await inParallel(open.keys(), callsAtOnce, async (room) => {
        if (await mayClose()) await livekit.deleteRoom(room);
      });
    }
  } catch (error) {
    log.warn("the rooms of a livestream could not be closed before its deletion", error);
    throw new Problem("livekit-unavailable", "The video server isn’t responding. Try again.");
  }
}
