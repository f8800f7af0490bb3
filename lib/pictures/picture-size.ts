import "server-only";
import { and, eq } from "drizzle-orm";
import sharp from "sharp";
import type { ShowPicture } from "@/lib/contracts/pictures";
import type { Queries } from "@/lib/db/client";
import { pictures } from "@/lib/db/schema/livestreams";

/** The size of a show's picture in pixels; null if it has none. */
export async function pictureSize(
  db: Queries,
  { mint, kind }: { mint: string; kind: ShowPicture },
): Promise<{ width: number; height: number } | null> {
  const [found] = await db
    .select({ bytes: pictures.bytes })
    .from(pictures)
    .where(and(eq(pictures.mint, mint), eq(pictures.kind, kind), eq(pictures.subject, "")));
  if (!found) return null;
  const { width, height } = await sharp(found.bytes).metadata();
  return { width, height };
}
