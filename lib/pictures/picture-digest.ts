import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { ShowPicture } from "@/lib/contracts/pictures";
import { outerColumn } from "@/lib/db/outer-column";
import { livestreams, pictures } from "@/lib/db/schema/livestreams";

/** SQL for the digest of a livestream's picture; null if it has none. Does not read the bytes. */
export const pictureDigest = (kind: ShowPicture): SQL<string | null> => sql<string | null>`(
  select shown.digest from ${pictures} shown
  where shown.mint = ${outerColumn(livestreams.mint)} and shown.kind = ${kind} and shown.subject = ''
)`;
