import "server-only";
import { and, eq, or } from "drizzle-orm";
import { hasOrHadHandle } from "@/lib/accounts/former-handles";
import type { BrandPicture } from "@/lib/contracts/common/brand";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { brands } from "@/lib/db/schema/brands";
import { Problem } from "@/lib/problem";

const columns = {
  logo: { bytes: brands.logo, digest: brands.logoDigest },
  background: { bytes: brands.background, digest: brands.backgroundDigest },
  overlay: { bytes: brands.overlay, digest: brands.overlayDigest },
} as const;

/** Only for those who know its digest. An account's former handle leads to its own organization. */
export async function readBrandPicture(
  { db }: { db: Queries },
  { orgId, kind, digest }: { orgId: string; kind: BrandPicture; digest: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const column = columns[kind];
  const [found] = await db
    .select({ bytes: column.bytes })
    .from(brands)
    .leftJoin(accounts, eq(accounts.handle, brands.orgId))
    .where(and(or(eq(brands.orgId, orgId), hasOrHadHandle(orgId)), eq(column.digest, digest)));
  if (!found?.bytes) throw new Problem("picture-not-found", "This image doesn’t exist.");
  return new Uint8Array(found.bytes);
}
