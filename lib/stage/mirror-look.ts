import "server-only";
import { eq, getTableColumns } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Brand } from "@/lib/contracts/accounts/brand";
import { livestreams } from "@/lib/db/schema/livestreams";
import { lobbyRoom, stageRoom } from "@/lib/livekit/rooms";
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
export const mirrorLook = (context: Mirroring, mint: string): Promise<void> =>
  mirror(context, mint, stageRoom(mint), ({ show, brand }) => metadataOf(show, brand));

/** Sends a livestream's brand to everyone in it, and to the guests of a private show who wait elsewhere. */
export async function mirrorBrand(context: Mirroring, mint: string): Promise<void> {
  await Promise.all([mirrorLook(context, mint), mirrorLobby(context, mint)]);
}

const mirrorLobby = (context: Mirroring, mint: string): Promise<void> =>
  mirror(context, mint, lobbyRoom(mint), ({ show, brand }) =>
    show.visibility === "private" ? lobbyMetadataOf(brand) : null,
  );

/** Guests who wait may know how the show looks, but not what it shows. */
const lobbyMetadataOf = (brand: Brand | null) => JSON.stringify({ brand });

type Stored = { show: typeof livestreams.$inferSelect; brand: Brand | null };

async function mirror(
  context: Mirroring,
  mint: string,
  room: string,
  read: (stored: Stored) => string | null,
): Promise<void> {
  try {
    let told: string | null = null;
    for (let tries = 0; tries < triesMost; tries++) {
      const stored = await storedLook(context, mint);
      const now = stored && read(stored);
      if (now === null || now === told) return;
      await context.livekit.setMetadata(room, now);
      told = now;
    }
  } catch (error) {
    log.warn("a changed look could not be sent to LiveKit yet", error);
  }
}

async function storedLook({ db }: Mirroring, mint: string): Promise<Stored | null> {
  const [row] = await db
    .select({ show: getTableColumns(livestreams), brand: brandOfShow })
    .from(livestreams)
    .where(eq(livestreams.mint, mint));
  return row ? { ...row, brand: shownBrand(row.brand) } : null;
}

type Show = LookRow & { mint: string; brand: Parameters<typeof shownBrand>[0] };
/** The rooms' metadata; undefined for a room that does not exist. */
type Told = Record<"stage" | "lobby", string | undefined>;

/** Updates rooms that missed a change, or that were recreated after a LiveKit restart. */
export async function reconcileLook(
  context: Mirroring,
  { mint, brand: row, ...show }: Show,
  { stage, lobby }: Told,
): Promise<void> {
  const brand = shownBrand(row);
  if (stage !== undefined && stage !== metadataOf(show, brand)) await mirrorLook(context, mint);
  if (lobby !== undefined && lobby !== lobbyMetadataOf(brand)) await mirrorLobby(context, mint);
}
