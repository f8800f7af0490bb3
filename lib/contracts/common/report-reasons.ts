// Plain values shared by the dialog and the server, without the schema library.

export const reportReasons = [
  "spam",
  "harassment",
  "violence",
  "sexual",
  "illegal",
  "other",
] as const;
export type ReportReason = (typeof reportReasons)[number];

/** An admin's decision about reports. */
export const reportOutcomes = ["dismissed", "handled"] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];
