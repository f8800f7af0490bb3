import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { mint } from "@/lib/contracts/common/fields";
import { livestream } from "./livestreams";

const path = z.object({ mint });

export const cancelLivestream = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/cancel",
  summary:
    "Cancel a livestream that has not begun (draft or scheduled → cancelled). Everyone who waits " +
    "is told and disconnected. To undo it, set `scheduledAt` with `PATCH`. Hosts only.",
  access: "account",
  scope: "livestreams:write",
  params: path,
  response: livestream,
  errors: ["livestream-not-found", "not-allowed", "livestream-live", "livestream-ended"],
  example: {
    params: sample.room,
    response: {
      ...sample.livestream,
      status: "cancelled",
      watching: 0,
      peakWatching: 0,
      startedAt: null,
      endedAt: sample.later,
    },
  },
});

export const duplicateLivestream = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/duplicate",
  summary:
    "Create a draft with the title, description, visibility, tags, cover, settings, co-hosts and " +
    "viewers of a livestream. Its start time, chat, invites, bans and stream keys are not copied. " +
    "Creator only.",
  access: "account",
  scope: "livestreams:write",
  status: 201,
  params: path,
  response: livestream,
  errors: ["livestream-not-found", "not-allowed", "too-many-requests"],
  example: {
    params: sample.room,
    response: {
      ...sample.livestream,
      mint: "bH3wRn8sKc6XqJd5",
      status: "draft",
      startedAt: null,
      watching: 0,
      peakWatching: 0,
    },
  },
});

export const deleteLivestream = endpoint({
  method: "DELETE",
  path: "/livestreams/{mint}",
  summary:
    "Delete a livestream with its chat, images, invites, guests and stream keys. Its links stop " +
    "working. End a live one first. Creator only, and not with an API key.",
  access: "person",
  scope: null,
  params: path,
  response: z.object({ deleted: z.literal(true) }),
  errors: ["livestream-not-found", "not-allowed", "livestream-live", "livekit-unavailable"],
  example: { params: sample.room, response: { deleted: true } },
});
