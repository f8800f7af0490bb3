const qualities = ["auto", "high", "medium", "low", "none"] as const;

/** The best picture a viewer wants to receive; "none" is sound only. */
export type Quality = (typeof qualities)[number];

export const qualityFrom = (kept: unknown): Quality =>
  qualities.find((quality) => quality === kept) ?? "auto";
