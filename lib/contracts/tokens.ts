import { z } from "zod";
import { endpoint } from "./endpoint";
import { sample } from "./examples";
import { mint, queryBoolean } from "./fields";
import { livestream } from "./livestreams";

/** A LiveKit access token and the WebSocket URL to connect to with it. */
export const roomToken = z.object({ token: z.string(), url: z.string() });
export type RoomToken = z.infer<typeof roomToken>;

export const hostToken = endpoint({
  method: "GET",
  path: "/livestreams/livekit/token/host",
  summary: "A token to broadcast with: publish, share the screen, run the room.",
  access: "account",
  scope: "tokens",
  query: z.object({
    mint,
    creator: z.string().regex(/^\w{1,64}$/, "must be an account's id or handle"),
  }),
  response: roomToken,
  errors: [
    "livestream-not-found",
    "not-allowed",
    "livestream-ended",
    "too-many-requests",
    "livekit-unavailable",
  ],
  example: {
    query: { mint: sample.mint, creator: "ada" },
    response: { token: sample.token, url: sample.url },
  },
});

export const participantToken = endpoint({
  method: "GET",
  path: "/livestreams/livekit/token/participant",
  summary: "A token to watch with, hidden (anonymous) or visible in the audience.",
  access: "account",
  scope: "tokens",
  query: z.object({ mint, hidden: queryBoolean }),
  response: roomToken,
  errors: [
    "livestream-not-found",
    "livestream-not-live",
    "livestream-ended",
    "banned",
    "too-many-requests",
  ],
  example: {
    query: { mint: sample.mint, hidden: "true" },
    response: { token: sample.token, url: sample.url },
  },
});

/** What the watch page needs in one call; needs no account for a public or unlisted livestream. */
export const viewerPass = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/viewer-pass",
  summary: "The livestream and, while it is live, a hidden viewer's token for it.",
  access: "anyone",
  scope: "tokens",
  params: z.object({ mint }),
  response: z.object({ livestream, pass: roomToken.nullable() }),
  errors: ["livestream-not-found", "banned", "too-many-requests"],
  example: {
    params: sample.room,
    response: { livestream: sample.livestream, pass: { token: sample.token, url: sample.url } },
  },
});
