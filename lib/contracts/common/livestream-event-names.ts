// Apart from the schemas, so that a page which listens does not download the schema library.

/** Every event of `GET /livestreams/{mint}/events`. Server, browser and tests read this list. */
export const livestreamEventNames = [
  "livestream",
  "start",
  "guests.snapshot",
  "guests.delta",
  "webhooks",
] as const;

export type LivestreamEventName = (typeof livestreamEventNames)[number];
