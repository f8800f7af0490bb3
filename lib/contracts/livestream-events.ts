import { z } from "zod";
import { endpoint } from "./endpoint";
import { sample } from "./examples";
import { mint } from "./fields";
import { livestream, waitingGuest } from "./livestreams";

/** One frame of `GET /livestreams/{mint}/events` (Server-Sent Events), by its event name. */
export const livestreamEvents = {
  livestream,
  /** The whole waiting room: who waits and who is admitted. */
  "guests.snapshot": z.object({ version: z.int(), guests: z.array(waitingGuest) }),
  /** Only what changed since the version before it. */
  "guests.delta": z.object({ version: z.int(), guests: z.array(waitingGuest) }),
} as const;

export const followLivestream = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/events",
  summary:
    "Server-Sent Events: the livestream whenever it changes; to who admits the waiting room too.",
  access: "anyone",
  scope: "livestreams:read",
  produces: "text/event-stream",
  params: z.object({ mint }),
  response: z.string(),
  errors: ["livestream-not-found"],
  example: {
    params: sample.room,
    response: `event: livestream\ndata: ${JSON.stringify(sample.livestream)}\n\n`,
  },
});
