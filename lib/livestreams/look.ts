import type { StageLook } from "@/lib/contracts/look";
import type { livestreams } from "@/lib/db/schema/livestreams";

/** The hosts' settings for the picture, in the contract's format. */
export const lookOf = (row: LookRow): StageLook => ({
  scene: row.scene,
  countdownTo: row.countdownTo?.toISOString() ?? null,
  layout: row.layout,
  spotlight: row.spotlight,
  tileOrder: row.tileOrder,
  volumes: row.volumes,
  showNames: row.showNames,
  banner: row.banner,
  comment: row.comment,
});

export type LookRow = Pick<typeof livestreams.$inferSelect, keyof StageLook>;
