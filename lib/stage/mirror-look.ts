import "server-only";
import { eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { StageLook } from "@/lib/contracts/look";
import { livestreams } from "@/lib/db/schema/livestreams";
import { stageRoom } from "@/lib/livekit/rooms";
import { log } from "@/lib/log";
import { lookOf } from "./look";

const metadataOf = (look: StageLook) => JSON.stringify({ look });

/** Tells everybody in the room; what fails the sweep repeats. */
export async function mirrorLook(
  { livekit }: Pick<Context, "livekit">,
  mint: string,
  look: StageLook,
): Promise<void> {
  await livekit
    .setMetadata(stageRoom(mint), metadataOf(look))
    .catch((error) => log.warn("a change of the stage's look has not reached LiveKit yet", error));
}

/** Brings a room in line that missed a change, or that a restart of LiveKit has made anew. */
export async function reconcileLook(
  { db, livekit }: Pick<Context, "db" | "livekit">,
  mint: string,
): Promise<void> {
  const [row] = await db.select().from(livestreams).where(eq(livestreams.mint, mint));
  if (!row) return;
  const metadata = metadataOf(lookOf(row));
  try {
    const told = await livekit.metadata(stageRoom(mint));
    if (told === null || told === metadata) return;
    await livekit.setMetadata(stageRoom(mint), metadata);
  } catch (error) {
    log.warn(`the look of livestream ${mint} could not be reconciled`, error);
  }
}
