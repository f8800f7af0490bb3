import "server-only";
import { eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { StageLook } from "@/lib/contracts/look";
import { livestreams } from "@/lib/db/schema/livestreams";
import { stageRoom } from "@/lib/livekit/rooms";
import { type LookRow, lookOf } from "@/lib/livestreams/look";
import { log } from "@/lib/log";

const metadataOf = (look: StageLook) => JSON.stringify({ look });

/** Changes that overtake each other are told again, so that the last one told is the last one made. */
const triesMost = 5;

type Mirroring = Pick<Context, "db" | "livekit">;

/** Sends a livestream's look to its room. The sweep repeats failed calls. */
export async function mirrorLook(context: Mirroring, mint: string): Promise<void> {
  try {
    let told: string | null = null;
    for (let tries = 0; tries < triesMost; tries++) {
      const now = await storedLook(context, mint);
      if (now === null || now === told) return;
      await context.livekit.setMetadata(stageRoom(mint), now);
      told = now;
    }
  } catch (error) {
    log.warn("a changed look could not be sent to LiveKit yet", error);
  }
}

async function storedLook({ db }: Mirroring, mint: string): Promise<string | null> {
  const [row] = await db.select().from(livestreams).where(eq(livestreams.mint, mint));
  return row ? metadataOf(lookOf(row)) : null;
}

/** Updates a room that missed a change, or that was recreated after a LiveKit restart. */
export async function reconcileLook(
  context: Mirroring,
  { mint, ...row }: LookRow & { mint: string },
  told: string,
): Promise<void> {
  if (told !== metadataOf(lookOf(row))) await mirrorLook(context, mint);
}
