import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Brand } from "@/lib/contracts/accounts/brand";
import type { BrandPicture } from "@/lib/contracts/common/brand";
import type { Queries } from "@/lib/db/client";
import { outerColumn } from "@/lib/db/outer-column";
import { brands } from "@/lib/db/schema/brands";
import { livestreams } from "@/lib/db/schema/livestreams";
import { organizationMembers } from "@/lib/db/schema/organizations";

/** Without the bytes of the pictures. */
export const brandColumns = {
  orgId: brands.orgId,
  accent: brands.accent,
  text: brands.text,
  nameSize: brands.nameSize,
  logoDigest: brands.logoDigest,
  backgroundDigest: brands.backgroundDigest,
  overlayDigest: brands.overlayDigest,
};

type BrandRow = Pick<typeof brands.$inferSelect, keyof typeof brandColumns>;

/** SQL for the organization whose kit was chosen for a livestream; null once its creator is no member of it. */
export const brandOrgOfShow: SQL<string | null> = sql<string | null>`(
  select chosen.org_id from ${organizationMembers} chosen
  where chosen.org_id = ${outerColumn(livestreams.brandOrgId)}
    and chosen.account_id = ${outerColumn(livestreams.creatorId)}
)`;

/** SQL for the organization whose kit a livestream uses, if it has one. */
export const usedBrandOrg = sql<string>`coalesce(${brandOrgOfShow}, ${outerColumn(livestreams.orgId)})`;

/** SQL for the brand that a livestream uses; null if there is none. */
export const brandOfShow: SQL<BrandRow | null> = sql<BrandRow | null>`(
  select json_build_object(
    'orgId', kit.org_id, 'accent', kit.accent, 'text', kit.text, 'nameSize', kit.name_size,
    'logoDigest', kit.logo_digest, 'backgroundDigest', kit.background_digest, 'overlayDigest', kit.overlay_digest
  ) from ${brands} kit where kit.org_id = ${usedBrandOrg}
)`;

/** The bytes of the pictures in the kit that a livestream uses; null for those that it lacks. */
export async function brandPicturesOfShow(
  db: Queries,
  mint: string,
): Promise<Record<BrandPicture, Buffer | null>> {
  const { logo, background, overlay } = brands;
  const [found] = await db
    .select({ logo, background, overlay })
    .from(livestreams)
    .innerJoin(brands, eq(brands.orgId, usedBrandOrg))
    .where(eq(livestreams.mint, mint));
  return found ?? { logo: null, background: null, overlay: null };
}

/** A brand kit that changes nothing. */
export const plainBrand: Brand = {
  accent: null,
  text: null,
  nameSize: "medium",
  logo: null,
  background: null,
  overlay: null,
};

export function toBrand(row: BrandRow | null): Brand {
  if (!row) return plainBrand;
  const { orgId, accent, text, nameSize, logoDigest, backgroundDigest, overlayDigest } = row;
  const pathOf = (kind: BrandPicture, digest: string | null) =>
    digest && `/organizations/${orgId}/brand/pictures/${kind}?digest=${digest}`;
  return {
    ...{ accent, text, nameSize },
    logo: pathOf("logo", logoDigest),
    background: pathOf("background", backgroundDigest),
    overlay: pathOf("overlay", overlayDigest),
  };
}

/** The brand as shows carry it: null if it changes nothing. */
export function shownBrand(row: BrandRow | null): Brand | null {
  const brand = toBrand(row);
  return JSON.stringify(brand) === JSON.stringify(plainBrand) ? null : brand;
}
