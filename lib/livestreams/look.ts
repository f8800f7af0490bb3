import type { StageLook } from "@/lib/contracts/look";
import type { livestreams } from "@/lib/db/schema/livestreams";

/** What the hosts have decided about the picture, as the contract shows it. */
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
