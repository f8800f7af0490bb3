import "server-only";
import type { Context } from "@/lib/context";
import type { Livestream } from "@/lib/contracts/livestreams";
import { stageRoom } from "@/lib/livekit/rooms";
import { log } from "@/lib/log";

/**
 * Tells everyone in the show's room what an edit changes, also before it begins: pages that wait
 * there may follow no events of the livestream. Those who miss it see it on their next visit.
 */
export function announceEdit({ livekit }: Pick<Context, "livekit">, livestream: Livestream): void {
  const { mint, title, description, visibility, cover } = livestream;
  const { scheduledAt, timeZone, slowModeSeconds, chatWithoutAccount } = livestream;
  const changes = {
    ...{ title, description, visibility, cover },
    ...{ scheduledAt, timeZone, slowModeSeconds, chatWithoutAccount },
  };
  const room = stageRoom(mint);
  // Before the show, there may be no room yet.
  livekit.rooms([room]).then(
    (open) => open.has(room) && livekit.hint(room, { type: "livestream", changes }),
    (error) => log.warn("an edit could not be announced in the room", error),
  );
}
