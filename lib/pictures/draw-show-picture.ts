import "server-only";
import type { Context } from "@/lib/context";
import { pictureMediaType } from "@/lib/contracts/pictures";
import type { Queries } from "@/lib/db/client";
import { pictures } from "@/lib/db/schema/livestreams";
import { drawPicture } from "./draw-picture";

type Placed = {
  mint: string;
  kind: typeof pictures.$inferInsert.kind;
  subject?: string;
  signal: AbortSignal;
};

/** Redraws the picture. Returns a function that stores it and resolves to its digest. */
export async function drawShowPicture(
  given: Uint8Array,
  { mint, kind, subject = "", signal }: Placed,
) {
  const drawn = await drawPicture(given, kind, signal);
  return async (db: Queries, now: Context["now"]): Promise<string> => {
    const row = { mediaType: pictureMediaType, ...drawn, updatedAt: now() };
    await db
      .insert(pictures)
      .values({ mint, kind, subject, ...row })
      .onConflictDoUpdate({ target: [pictures.mint, pictures.kind, pictures.subject], set: row });
    return drawn.digest;
  };
}
