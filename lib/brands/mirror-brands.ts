import "server-only";
import type { Context } from "@/lib/context";
import { inParallel } from "@/lib/in-parallel";
import { lobbyRoom, stageRoom } from "@/lib/livekit/rooms";
import { log } from "@/lib/log";
import { mirrorBrand } from "@/lib/stage/mirror-look";

const callsAtOnce = 8;

/** Sends the brands of these livestreams to those of their rooms that exist. The sweep repeats failed calls. */
export async function mirrorBrands(
  context: Pick<Context, "db" | "livekit">,
  mints: string[],
): Promise<void> {
  if (mints.length === 0) return;
  try {
    const roomsOf = (mint: string) => [stageRoom(mint), lobbyRoom(mint)];
    const open = await context.livekit.rooms(mints.flatMap(roomsOf));
    const shown = mints.filter((mint) => roomsOf(mint).some((room) => open.has(room)));
    await inParallel(shown, callsAtOnce, (mint) => mirrorBrand(context, mint));
  } catch (error) {
    log.warn("a changed brand could not be sent to LiveKit yet", error);
  }
}
