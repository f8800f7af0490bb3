import "server-only";
import { and, eq, notInArray, or } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { Brand, BrandChanges } from "@/lib/contracts/accounts/brand";
import type { BrandPicture } from "@/lib/contracts/common/brand";
import { overStatuses } from "@/lib/contracts/common/livestream-status";
import { announcementOf } from "@/lib/db/bus";
import { brands } from "@/lib/db/schema/brands";
import { livestreams } from "@/lib/db/schema/livestreams";
import { limit } from "@/lib/limits";
import { brandColumns, toBrand, usedBrandOrg } from "@/lib/livestreams/brand";
import { holdOrganization } from "@/lib/organizations/membership";
import { drawPicture } from "@/lib/pictures/draw-picture";
import { requireBrandAdmin } from "./brand-access";
import { mirrorBrands } from "./mirror-brands";

type Stored = Partial<typeof brands.$inferInsert>;

/** Changes the colours and sizes that are given. */
export async function changeBrand(
  context: Context,
  admin: Account,
  { orgId, ...changes }: BrandChanges & { orgId: string },
): Promise<Brand> {
  await requireBrandAdmin(context.db, orgId, admin.id);
  await limit("brand", admin.id);
  return store(context, admin, orgId, changes);
}

type Placed = { orgId: string; kind: BrandPicture };

export async function putBrandPicture(
  context: Context,
  admin: Account,
  { orgId, kind, bytes: given, signal }: Placed & { bytes: Uint8Array; signal: AbortSignal },
): Promise<Brand> {
  await requireBrandAdmin(context.db, orgId, admin.id);
  await limit("picture", `brand ${orgId} ${admin.id}`);
  await limit("picture-by-account", admin.id);
  const { bytes, digest } = await drawPicture(given, kindsDrawn[kind], signal);
  return store(context, admin, orgId, { [kind]: bytes, [`${kind}Digest`]: digest });
}

const kindsDrawn = { logo: "brand-logo", background: "background", overlay: "overlay" } as const;

export async function removeBrandPicture(
  context: Context,
  admin: Account,
  { orgId, kind }: Placed,
): Promise<Brand> {
  await requireBrandAdmin(context.db, orgId, admin.id);
  await limit("brand", admin.id);
  return store(context, admin, orgId, { [kind]: null, [`${kind}Digest`]: null });
}

/** Writes the change, and sends it to everyone who has a show with it open. */
async function store(
  context: Context,
  admin: Account,
  orgId: string,
  changes: Stored,
): Promise<Brand> {
  const { brand, mints } = await context.db.transaction(async (tx) => {
    await holdOrganization(tx, orgId);
    // Checked under the lock: drawing may have waited for its turn.
    await requireBrandAdmin(tx, orgId, admin.id);
    const [row] = await tx
      .insert(brands)
      .values({ ...changes, orgId })
      .onConflictDoUpdate({ target: brands.orgId, set: { ...changes, orgId } })
      .returning(brandColumns);
    const shows = await tx
      .select({
        mint: livestreams.mint,
        status: livestreams.status,
        told: announcementOf(livestreams.mint, "livestream"),
      })
      .from(livestreams)
      .where(
        and(
          or(eq(livestreams.orgId, orgId), eq(livestreams.brandOrgId, orgId)),
          eq(usedBrandOrg, orgId),
          notInArray(livestreams.status, overStatuses),
        ),
      );
    for (const { mint } of shows.filter(({ status }) => status === "live")) {
      await recordDecision(tx, { mint, event: "look_changed", by: admin.id, detail: "brand" });
    }
    return { brand: toBrand(row ?? null), mints: shows.map(({ mint }) => mint) };
  });
  await mirrorBrands(context, mints);
  return brand;
}
