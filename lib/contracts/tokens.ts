import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { displayName, mint, queryBoolean } from "@/lib/contracts/common/fields";
import { agentMetadataMax } from "@/lib/contracts/common/limits";
import { wrong } from "@/lib/field-errors";
import { livestream } from "./livestreams";

/** A LiveKit access token and the WebSocket URL to connect to with it. */
export const roomToken = z.object({ token: z.string(), url: z.string() });
export type RoomToken = z.infer<typeof roomToken>;

/** Reasons to refuse a host's token, for the show or a connection check. */
const hostRefusals = [
  "livestream-not-found",
  "not-allowed",
  "banned",
  "livestream-ended",
  "too-many-requests",
  "livekit-unavailable",
] as const;

/** For hosts of a show who have also joined it as a guest. */
const backstageRole = z.enum(["host", "guest"]);
export type BackstageRole = z.infer<typeof backstageRole>;

export const hostToken = endpoint({
  method: "GET",
  path: "/livestreams/livekit/token/host",
  summary:
    "Get a host token. While the show is live: publish audio and video, share your screen, and run " +
    "the room. Before that: join hidden, unable to publish. On go-live LiveKit gives the connection " +
    "permission to publish, so wait for `participantPermissionsChanged`. Running the room " +
    "(`roomAdmin`) needs a token from after go-live.",
  access: "account",
  scope: "tokens",
  query: z.object({
    mint,
    creator: z.string().regex(/^\w{1,64}$/, wrong("id", "must be an account's id or handle")),
  }),
  response: roomToken,
  errors: hostRefusals,
  example: {
    query: { mint: sample.mint, creator: "ada" },
    response: { token: sample.token, url: sample.url },
  },
});

export const connectionCheck = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/connection-check",
  summary: "Get a host token for testing your connection, in a separate room without viewers.",
  access: "account",
  scope: "tokens",
  params: z.object({ mint }),
  response: roomToken,
  errors: hostRefusals,
  example: {
    params: sample.room,
    response: { token: sample.token, url: sample.url },
  },
});

export const backstageToken = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/backstage/token",
  summary:
    "Get a token for the backstage room, where hosts and admitted guests see and hear each other " +
    "unseen by viewers, before the show and during it. Guests send their cookie. `as` chooses the " +
    "role of a host who has also joined as a guest; by default they join as the host.",
  access: "anyone",
  scope: "tokens",
  params: z.object({ mint }),
  body: z.object({ as: backstageRole.optional() }),
  response: roomToken,
  errors: hostRefusals,
  example: {
    params: sample.room,
    body: { as: "guest" },
    response: { token: sample.token, url: sample.url },
  },
});

export const participantToken = endpoint({
  method: "GET",
  path: "/livestreams/livekit/token/participant",
  summary: "Get a viewer token, hidden (anonymous) or visible in the audience.",
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

/** Everything the watch page needs in one call. Public and unlisted livestreams need no account. */
export const viewerPass = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/viewer-pass",
  summary: "Get a livestream and, while it is live, a hidden viewer token for it.",
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

/**
 * The response that LiveKit's client SDKs expect from a token endpoint. `TokenSourceResponse` is a
 * protobuf message, whose JSON may use either case.
 */
const connectionDetails = z.object({ server_url: z.string(), participant_token: z.string() });
const connectionDetailsInCamel = z.object({ serverUrl: z.string(), participantToken: z.string() });

const word = z.string().min(1).max(256);
/** LiveKit's `TokenSourceRequest` has more fields. They are ignored: the server decides those. */
const standardRequest = {
  room_name: word.optional(),
  participant_identity: word.optional(),
  roomName: word.optional(),
  participantIdentity: word.optional(),
};

export const ownToken = endpoint({
  method: "POST",
  path: "/livekit/token",
  summary:
    "Get a token for a room with your own role in it. Works as LiveKit's standard token endpoint.",
  access: "account",
  scope: "tokens",
  lenient: true,
  query: z.object({ user_id: word.optional(), userId: word.optional(), room: word.optional() }),
  body: z
    .object({
      user_id: word.optional(),
      userId: word.optional(),
      room: word.optional(),
      ...standardRequest,
    })
    .optional(),
  response: z.union([roomToken, connectionDetails, connectionDetailsInCamel]),
  errors: [
    "not-allowed",
    "banned",
    "livestream-not-live",
    "livestream-ended",
    "too-many-requests",
    "livekit-unavailable",
  ],
  example: {
    query: {},
    body: { userId: "ada", room: sample.mint },
    response: { token: sample.token, url: sample.url },
  },
});

export const refreshToken = endpoint({
  method: "POST",
  path: "/livekit/token/refresh",
  summary:
    "Exchange a token for a new one with the same identity and its current permissions, up to a " +
    "day after the old one expired. Send your credentials or the guest's cookie along. In a " +
    "private show, an admitted guest can exchange their waiting-room token for a stage token " +
    "without a cookie, once, before it expires.",
  access: "anyone",
  scope: "tokens",
  body: z.object({ token: z.string().min(1).max(8_192) }),
  response: roomToken,
  errors: [
    "not-allowed",
    "participant-not-found",
    "livestream-not-found",
    "banned",
    "guest-denied",
    "guest-removed",
    "livestream-not-live",
    "livestream-ended",
    "too-many-requests",
    "livekit-unavailable",
  ],
  example: {
    body: { token: sample.token },
    response: { token: sample.token, url: sample.url },
  },
});

export const agentToken = endpoint({
  method: "POST",
  path: "/livekit/token/agent",
  summary:
    "Get a token for an agent in one room. It can listen and speak, and is shown as an agent.",
  access: "operator",
  scope: "operator",
  body: z.object({
    room: word,
    name: displayName.default("Agent"),
    metadata: z.string().max(agentMetadataMax).optional(),
  }),
  response: roomToken,
  errors: ["livestream-not-found", "livestream-ended", "too-many-requests", "livekit-unavailable"],
  example: {
    body: { room: sample.mint, name: "Captions" },
    response: { token: sample.token, url: sample.url },
  },
});

export const serviceToken = endpoint({
  method: "POST",
  path: "/livekit/token/service",
  summary:
    "Get a ten-minute token for LiveKit's server API, for a recorder, ingress, rooms or telephony.",
  access: "operator",
  scope: "operator",
  body: z.object({
    role: z.enum(["recorder", "ingress", "rooms", "telephony"]),
    /** The recorder's room. Required for that role, ignored for the others. */
    room: word.optional(),
  }),
  response: roomToken,
  errors: ["livestream-not-found", "livestream-ended", "too-many-requests"],
  example: {
    body: { role: "recorder", room: sample.mint },
    response: { token: sample.token, url: "http://127.0.0.1:7880" },
  },
});
