import "server-only";
import { eq, getTableColumns } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Brand } from "@/lib/contracts/accounts/brand";
import { livestreams } from "@/lib/db/schema/livestreams";
import { stageRoom } from "@/lib/livekit/rooms";
import { brandOfShow, shownBrand } from "@/lib/livestreams/brand";
import { type LookRow, lookOf } from "@/lib/livestreams/look";
import { log } from "@/lib/log";

/** A room’s metadata. Without a brand, it has none of its own. */
const metadataOf = (row: LookRow, brand: Brand | null) =>
  JSON.stringify({ look: lookOf(row), ...(brand && { brand }) });

/** Changes that overtake each other are told again, so that the last one told is the last one made. */
const triesMost = 5;

type Mirroring = Pick<Context, "db" | "livekit">;

/** Sends a livestream's look and brand to its room. The sweep repeats failed calls. */
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
  const [row] = await db
    .select({ show: getTableColumns(livestreams), brand: brandOfShow })
    .from(livestreams)
    .where(eq(livestreams.mint, mint));
  return row ? metadataOf(row.show, shownBrand(row.brand)) : null;
}

type Show = LookRow & { mint: string; brand: Parameters<typeof shownBrand>[0] };

/** Updates a room that missed a change, or that was recreated after a LiveKit restart. */
export async function reconcileLook(
  context: Mirroring,
  { mint, brand, ...row }: Show,
  told: string,
): Promise<void> {
  if (told !== metadataOf(row, shownBrand(brand))) await mirrorLook(context, mint);
}
