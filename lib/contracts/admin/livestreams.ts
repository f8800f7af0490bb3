import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { line, mint } from "@/lib/contracts/common/fields";
import { reasonMax } from "@/lib/contracts/common/limits";
import { livestream } from "@/lib/contracts/livestreams";
import { nextCursor, paging } from "./paging";

export const phases = ["live", "planned", "over"] as const;
export type Phase = (typeof phases)[number];

export const listAllLivestreams = endpoint({
  method: "GET",
  path: "/installation/livestreams",
  summary:
    "List all livestreams of this installation, newest first, including drafts and private ones. `q` searches " +
    "titles, creators, #tags and the mint or URL. `phase` planned includes drafts, over includes cancelled ones.",
  access: "admin",
  scope: null,
  query: z.object({ ...paging, phase: z.enum(phases).optional() }),
  response: z.object({ livestreams: z.array(livestream), nextCursor }),
  errors: [],
  example: {
    query: { phase: "live" },
    response: { livestreams: [sample.livestream], nextCursor: null },
  },
});

export const forceEnd = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/force-end",
  summary:
    "End someone else’s livestream for good. Everyone is disconnected; one that has not begun is cancelled and can’t " +
    "be reopened. Its hosts see the reason.",
  access: "admin",
  scope: null,
  params: z.object({ mint }),
  body: z.object({ reason: line(reasonMax) }),
  response: livestream,
  errors: ["livestream-not-found", "livestream-ended"],
  example: {
    params: sample.room,
    body: { reason: "Shown without a license" },
    response: { ...sample.livestream, status: "ended", watching: 0, endedAt: sample.later },
  },
});
