import "server-only";
import type { Context } from "@/lib/context";
import type { StageLook } from "@/lib/contracts/look";
import { stageRoom } from "@/lib/livekit/rooms";
import { type LookRow, lookOf } from "@/lib/livestreams/look";
import { log } from "@/lib/log";

const metadataOf = (look: StageLook) => JSON.stringify({ look });

/** Sends the look to the room. The sweep repeats failed calls. */
export async function mirrorLook(
  { livekit }: Pick<Context, "livekit">,
  mint: string,
  look: StageLook,
): Promise<void> {
  await livekit
    .setMetadata(stageRoom(mint), metadataOf(look))
    .catch((error) => log.warn("a changed look could not be sent to LiveKit yet", error));
}

/** Updates a room that missed a change, or that was recreated after a LiveKit restart. */
export async function reconcileLook(
  context: Pick<Context, "livekit">,
  { mint, ...row }: LookRow & { mint: string },
  told: string,
): Promise<void> {
  const look = lookOf(row);
  if (told !== metadataOf(look)) await mirrorLook(context, mint, look);
}
