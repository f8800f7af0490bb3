import type { StageLook } from "@/lib/contracts/look";
import type { LivestreamRow } from "@/lib/livestreams/find-livestream";

/** What the hosts have decided about the picture, as the contract shows it. */
export const lookOf = ({ layout, spotlight, showNames, banner }: LookRow): StageLook => ({
  layout,
  spotlight,
  showNames,
  banner,
});

export type LookRow = Pick<LivestreamRow, "layout" | "spotlight" | "showNames" | "banner">;
