import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { pictures } from "@/lib/db/schema/livestreams";

type One = { mint: string; identity: string };

const ofGuests = (mint: string, identities: string[]) =>
  and(eq(pictures.mint, mint), eq(pictures.kind, "guest"), inArray(pictures.subject, identities));

/** The URL of a guest's picture for hosts. The digest makes browsers request each new picture. */
export const guestPicturePath = ({ mint, identity }: One, digest: string) =>
  `/livestreams/${mint}/guests/${identity}/picture?digest=${digest}`;

export async function readGuestPicture(
  db: Queries,
  { mint, identity }: One,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const [found] = await db
    .select({ bytes: pictures.bytes })
    .from(pictures)
    .where(ofGuests(mint, [identity]));
  return found ? new Uint8Array(found.bytes) : null;
}

/** Returns the identities whose picture was deleted. */
export async function deleteGuestPictures(
  tx: Queries,
  mint: string,
  identities: string[],
): Promise<string[]> {
  if (identities.length === 0) return [];
  const gone = await tx
    .delete(pictures)
    .where(ofGuests(mint, identities))
    .returning({ identity: pictures.subject });
  return gone.map(({ identity }) => identity);
}
