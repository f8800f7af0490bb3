import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { instant, mint } from "@/lib/contracts/common/fields";

const showSummary = z
  .object({
    startedAt: instant,
    endedAt: instant,
    lengthSeconds: z.int(),
    /** Viewers connected at the same time, at most. */
    peakWatching: z.int(),
    /** Who came by an invite and was seen or heard, in the order in which they knocked. */
    guests: z.array(z.string()),
    /** Messages of the audience's chat that still stand. */
    messages: z.int(),
  })
  .meta({ id: "ShowSummary" });
export type ShowSummary = z.infer<typeof showSummary>;

export const readSummary = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/summary",
  summary: "What became of a show that has ended. Its hosts may.",
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
      lengthSeconds: 4350,
      peakWatching: 240,
      guests: ["Grace Hopper"],
      messages: 318,
    },
  },
});
