import type { StageLook } from "@/lib/contracts/look";
import type { livestreams } from "@/lib/db/schema/livestreams";

/** The hosts' settings for the picture, in the contract's format. */
export const lookOf = ({ layout, spotlight, showNames, banner }: LookRow): StageLook => ({
  layout,
  spotlight,
  showNames,
  banner,
});

export type LookRow = Pick<
  typeof livestreams.$inferSelect,
  "layout" | "spotlight" | "showNames" | "banner"
>;
