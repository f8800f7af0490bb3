import "server-only";
import { and, eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { ShowPicture } from "@/lib/contracts/pictures";
import { pictures } from "@/lib/db/schema/livestreams";
import { requireWatchable } from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";

type Asked = { mint: string; kind: ShowPicture; digest?: string };
type Picture = { bytes: Uint8Array<ArrayBuffer>; etag: string; cacheControl: string };

/** The picture, and for how long whom may keep it: what only some may watch stays in their browser. */
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
    // By an old digest the new picture is shown, and nobody keeps it under the wrong name.
    cacheControl:
      digest === found.digest ? `${keeper}, max-age=31536000, immutable` : "private, no-cache",
  };
}
