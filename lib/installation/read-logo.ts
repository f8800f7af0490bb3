import "server-only";
import { eq } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { installation } from "@/lib/db/schema/installation";
import { Problem } from "@/lib/problem";

export async function readLogo(
  { db }: { db: Queries },
  { digest }: { digest: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const [found] = await db
    .select({ logo: installation.logo })
    .from(installation)
    .where(eq(installation.logoDigest, digest));
  if (!found?.logo) throw new Problem("picture-not-found", "This image doesn’t exist.");
  return new Uint8Array(found.logo);
}
