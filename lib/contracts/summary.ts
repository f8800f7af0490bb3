import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { instant, mint } from "@/lib/contracts/common/fields";

const showSummary = z
  .object({
    /** Null if it was cancelled before it began. */
    startedAt: instant.nullable(),
    endedAt: instant,
    /** When this installation's retention deletes the livestream; null if it keeps livestreams. */
    deletedAt: instant.nullable(),
    /** Why an admin of this installation ended it; null if no admin did. */
    forceEndReason: z.string().nullable(),
    lengthSeconds: z.int(),
    /** The most viewers connected at the same time. */
    peakWatching: z.int(),
    /** The names of invited guests who were seen or heard, in the order they knocked. */
    guests: z.array(z.string()),
    /** Chat messages, not counting deleted ones. */
    messages: z.int(),
  })
  .meta({ id: "ShowSummary" });
export type ShowSummary = z.infer<typeof showSummary>;

export const readSummary = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/summary",
  summary: "Get the summary of a show that has ended or was cancelled. Hosts only.",
  access: "account",
  scope: "livestreams:read",
  params: z.object({ mint }),
  response: showSummary,
  errors: ["livestream-not-found", "not-allowed", "show-not-over"],
  example: {
    params: sample.room,
    response: {
      startedAt: sample.at,
      endedAt: "2026-11-21T19:12:30.000Z",
      deletedAt: null,
      forceEndReason: null,
      lengthSeconds: 4350,
      peakWatching: 240,
      guests: ["Grace Hopper"],
      messages: 318,
    },
  },
});
