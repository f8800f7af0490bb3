/** A livestream's status in the database. A draft is not stored: it is scheduled without a time. */
export const storedStatuses = ["scheduled", "live", "ended", "cancelled"] as const;
export type StoredStatus = (typeof storedStatuses)[number];

/** A livestream's status in the API and on pages. */
export const livestreamStatuses = ["draft", ...storedStatuses] as const;
export type LivestreamStatus = (typeof livestreamStatuses)[number];

export const overStatuses = ["ended", "cancelled"] as const satisfies StoredStatus[];

/** Whether no one can join: it has ended, or was cancelled before it began. */
export const isOver = (status: LivestreamStatus): boolean =>
  overStatuses.some((over) => over === status);

/** Whether everyone can find it: on the home page, in search engines, on the creator's channel. */
export const isListed = (show: { status: LivestreamStatus; visibility: string }): boolean =>
  show.visibility === "public" && show.status !== "draft" && show.status !== "cancelled";

/** Whether it has yet to begin. */
export const isUpcoming = (status: LivestreamStatus): boolean =>
  status === "draft" || status === "scheduled";
