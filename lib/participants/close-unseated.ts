import "server-only";
import type { Context } from "@/lib/context";
import { livestreamRoom, roomsOf } from "@/lib/livekit/rooms";
import { log } from "@/lib/log";
import { isRefusal, seatOf } from "./entry";
import { seatsOfSeen } from "./seats-seen";

type Rooms = Pick<Context, "db" | "livekit">;

/**
 * Disconnects everyone in these livestreams' rooms who no longer has a seat: at once, where the
 * sweep would take seconds. LiveKit is asked who is connected, because a webhook about a new
 * connection may still be on its way.
 */
export async function closeUnseated(context: Rooms, mints: string[]): Promise<void> {
  try {
    const rooms = await context.livekit.rooms(mints.flatMap(roomsOf));
    await Promise.all([...rooms.keys()].map((room) => closeUnseatedIn(context, room)));
  } catch (error) {
    log.warn("connections without permission are still open", error);
  }
}

async function closeUnseatedIn({ db, livekit }: Rooms, room: string): Promise<void> {
  const { mint, kind } = livestreamRoom(room);
  const present = await livekit.participants(room);
  const identities = present.map(({ identity }) => identity);
  const standings = await seatsOfSeen(
    db,
    present.map(({ identity, attributes }) => ({ mint, identity, attributes })),
  );
  // LiveKit's own participants have no row and are the operator's.
  const unseated = identities.filter((identity) => {
    const standing = standings.get(`${mint} ${identity}`);
    return standing && isRefusal(seatOf(standing, kind));
  });
  await Promise.all(unseated.map((identity) => livekit.remove(room, identity)));
}
