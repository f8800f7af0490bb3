import "server-only";
import { eq, sql } from "drizzle-orm";
import { announcement } from "@/lib/db/bus";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";
import { livestreams } from "@/lib/db/schema/livestreams";

/**
 * The next version of a livestream's waiting room. The row stays locked until the transaction ends,
 * so versions become visible in order and a delta never skips one.
 */
export async function nextVersion(tx: Queries, mint: string): Promise<number> {
  const [row] = await tx
    .update(livestreams)
    .set({ guestVersion: sql`${livestreams.guestVersion} + 1` })
    .where(eq(livestreams.mint, mint))
    .returning({
      version: livestreams.guestVersion,
      announced: announcement({ mint, what: "guests" }),
    });
  if (!row) throw new Error(`there is no livestream ${mint}`);
  return row.version;
}

/** Bumps the versions of guests whose connection changed, which hosts see. */
export async function touchGuests(
  tx: Queries,
  touched: { mint: string; identity: string }[],
  versions: { mint: string; version: number }[],
): Promise<void> {
  const versionOf = new Map(versions.map(({ mint, version }) => [mint, version]));
  const columns = sql.join(
    [
      sql`${sql.param(touched.map(({ mint }) => mint))}::text[]`,
      sql`${sql.param(touched.map(({ identity }) => identity))}::text[]`,
      sql`${sql.param(touched.map(({ mint }) => versionOf.get(mint) ?? 0))}::int[]`,
    ],
    sql`, `,
  );
  await tx.execute(sql`
    update ${guests} guest set version = now.version
    from unnest(${columns}) now (mint, identity, version)
    where guest.mint = now.mint and guest.identity = now.identity`);
}

export async function touchGuest(tx: Queries, mint: string, identity: string): Promise<void> {
  await touchGuests(tx, [{ mint, identity }], [{ mint, version: await nextVersion(tx, mint) }]);
}
