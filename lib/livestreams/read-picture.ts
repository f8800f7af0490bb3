import "server-only";
import { and, eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { ShowPicture } from "@/lib/contracts/pictures";
import { pictures } from "@/lib/db/schema/livestreams";
import { requireWatchable } from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";

type Asked = { mint: string; kind: ShowPicture; digest?: string };
type Picture = { bytes: Uint8Array<ArrayBuffer>; etag: string; cacheControl: string };

/**
 * The picture, with its cache policy: only the browser may cache what a restricted audience may
 * see.
 */
export async function readPicture(
  { db }: Pick<Context, "db">,
  reader: { id: string } | null,
  { mint, kind, digest }: Asked,
): Promise<Picture> {
  const { visibility } = await requireWatchable(db, mint, reader?.id ?? null);
  const [found] = await db
    .select({ bytes: pictures.bytes, digest: pictures.digest })
    .from(pictures)
    .where(and(eq(pictures.mint, mint), eq(pictures.kind, kind), eq(pictures.subject, "")));
  if (!found) throw new Problem("picture-not-found", "This image doesn’t exist.");
  const keeper = visibility === "public" ? "public" : "private";
  return {
    bytes: new Uint8Array(found.bytes),
    etag: `"${found.digest}"`,
    // An old digest returns the new picture, which must not be cached under the old URL.
    cacheControl:
      digest === found.digest ? `${keeper}, max-age=31536000, immutable` : "private, no-cache",
  };
}
