import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { mint, queryBoolean } from "@/lib/contracts/common/fields";
import { livestream, waitingGuest } from "./livestreams";
import { reportedMessages } from "./reports";
import { roomToken } from "./tokens";

/**
 * Every event of `GET /livestreams/{mint}/events` (Server-Sent Events) and its data. Server, browser
 * and tests share these names. The browser imports only types, so that no page downloads the schemas.
 */
export const livestreamEvents = {
  livestream,
  /** The livestream was deleted. */
  deleted: z.object({}),
  /** Sent once to viewers who wait for the show: it has started, with a hidden viewer token for it. */
  start: z.object({ livestream, pass: roomToken }),
  /** The whole waiting room: all waiting and admitted guests. */
  "guests.snapshot": z.object({ version: z.int(), guests: z.array(waitingGuest) }),
  /** Only the changes since the previous version. */
  "guests.delta": z.object({ version: z.int(), guests: z.array(waitingGuest) }),
  /** Sent to hosts: whether LiveKit's webhooks fail to arrive, so that joins and departures show up late. */
  webhooks: z.object({ silent: z.boolean() }),
  /** Sent to hosts and moderators: all messages of the chat with open reports. */
  reports: reportedMessages,
} as const satisfies Record<string, z.ZodType>;

export type LivestreamEventName = keyof typeof livestreamEvents;

export type LivestreamEvents = {
  [Name in LivestreamEventName]: z.infer<(typeof livestreamEvents)[Name]>;
};

/** What changed. Each event stream of the livestream reads it again and sends the matching events. */
export type LivestreamChange = "guests" | "livestream" | "reports" | "watching" | "webhooks";

export const followLivestream = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/events",
  summary:
    "Stream Server-Sent Events: the livestream whenever it changes or is deleted, the waiting room for people who can admit " +
    "guests, and reported messages for hosts and moderators.",
  access: "anyone",
  scope: "livestreams:read",
  produces: "text/event-stream",
  headers: ["Last-Event-ID"],
  params: z.object({ mint }),
  query: z.object({
    /** Whether to send a token when the show starts (event `start`). */
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
