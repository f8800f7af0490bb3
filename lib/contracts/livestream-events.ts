import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { mint, queryBoolean } from "@/lib/contracts/common/fields";
import { livestream, waitingGuest } from "./livestreams";
import { roomToken } from "./tokens";

/**
 * Every event of `GET /livestreams/{mint}/events` (Server-Sent Events) and its data. Server, browser
 * and tests take the names from here; the browser as types, so that no page downloads the schemas.
 */
export const livestreamEvents = {
  livestream,
  /** To who waits for the show, once: it has begun, and this is a hidden viewer's token for it. */
  start: z.object({ livestream, pass: roomToken }),
  /** The whole waiting room: who waits and who is admitted. */
  "guests.snapshot": z.object({ version: z.int(), guests: z.array(waitingGuest) }),
  /** Only what changed since the version before it. */
  "guests.delta": z.object({ version: z.int(), guests: z.array(waitingGuest) }),
  /** To hosts: whether no webhook arrives from the media server, so that joins and departures are noticed late. */
  webhooks: z.object({ silent: z.boolean() }),
} as const satisfies Record<string, z.ZodType>;

export type LivestreamEventName = keyof typeof livestreamEvents;

export type LivestreamEvents = {
  [Name in LivestreamEventName]: z.infer<(typeof livestreamEvents)[Name]>;
};

/** What is announced as changed: whoever follows the livestream reads it again and sends events of it. */
export type LivestreamChange = "guests" | "livestream" | "watching" | "webhooks";

export const followLivestream = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/events",
  summary:
    "Server-Sent Events: the livestream whenever it changes; to who admits the waiting room too.",
  access: "anyone",
  scope: "livestreams:read",
  produces: "text/event-stream",
  headers: ["Last-Event-ID"],
  params: z.object({ mint }),
  query: z.object({
    /** Whether the reader waits for the show and is given a token when it begins (event `start`). */
    waits: queryBoolean.optional(),
  }),
  response: z.string(),
  errors: ["livestream-not-found", "too-many-requests"],
  example: {
    params: sample.room,
    query: { waits: "true" },
    response: `event: livestream\ndata: ${JSON.stringify(sample.livestream)}\n\n`,
  },
});
