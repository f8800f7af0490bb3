import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { identity, line, mint, paragraph, visible } from "@/lib/contracts/common/fields";
import { chatTextMax, guestMessageMax } from "@/lib/contracts/common/limits";
import { chatMessage, chatPage, chatPageQuery } from "./chat";

const aGuest = z.object({ mint, identity });
const ofGuest = { mint: sample.mint, identity: sample.guest };

/** Where a host can move an admitted guest. */
const guestDestination = z.enum(["stage", "backstage", "waiting-room"]);
export type GuestDestination = z.infer<typeof guestDestination>;

export const placeGuest = endpoint({
  method: "PUT",
  path: "/livestreams/{mint}/guests/{identity}/place",
  summary:
    "Move an admitted guest to the stage, backstage (they follow the show without being seen) or " +
    "the waiting room. Hosts only.",
  access: "account",
  scope: "livestreams:write",
  params: aGuest,
  body: z.object({ place: guestDestination }),
  response: z.object({ identity, place: guestDestination }),
  errors: ["livestream-not-found", "not-allowed", "guest-not-found"],
  example: {
    params: ofGuest,
    body: { place: "backstage" },
    response: { identity: sample.guest, place: "backstage" },
  },
});

export const messageGuest = endpoint({
  method: "PUT",
  path: "/livestreams/{mint}/guests/{identity}/message",
  summary:
    "Send a one-line message to a guest who is waiting or backstage. Only they see it; `null` " +
    "removes it.",
  access: "account",
  scope: "guests",
  params: aGuest,
  body: z.object({ text: line(guestMessageMax).nullable() }),
  response: z.object({ identity, message: z.string().nullable() }),
  errors: ["guest-not-found", "not-allowed", "too-many-requests"],
  example: {
    params: ofGuest,
    body: { text: "Two minutes, please." },
    response: { identity: sample.guest, message: "Two minutes, please." },
  },
});

const mutable = z.enum(["camera", "microphone", "screen_share"]);
export type Mutable = z.infer<typeof mutable>;

export const silenceParticipant = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/participants/{identity}/silence",
  summary:
    "Mute one source of a guest or featured viewer. Only they can turn it back on. Hosts only.",
  access: "account",
  scope: "livestreams:write",
  params: aGuest,
  body: z.object({ source: mutable }),
  response: z.object({
    identity,
    source: mutable,
    /** False if they were not publishing this source. */
    silenced: z.boolean(),
  }),
  errors: ["livestream-not-found", "not-allowed", "participant-not-found", "not-on-stage"],
  example: {
    params: ofGuest,
    body: { source: "microphone" },
    response: { identity: sample.guest, source: "microphone", silenced: true },
  },
});

export const askToUnmute = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/participants/{identity}/ask",
  summary:
    "Ask someone on stage to turn on their microphone or camera. Their page shows the request. " +
    "Hosts only.",
  access: "account",
  scope: "livestreams:write",
  params: aGuest,
  body: z.object({ source: z.enum(["camera", "microphone"]) }),
  response: z.object({ asked: z.boolean() }),
  errors: [
    "livestream-not-found",
    "not-allowed",
    "participant-not-found",
    "not-on-stage",
    "too-many-requests",
  ],
  example: { params: ofGuest, body: { source: "microphone" }, response: { asked: true } },
});

export const readBackstageChat = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/backstage/chat",
  summary:
    "List messages in the backstage chat, with the same paging as the show's chat. For hosts and " +
    "admitted guests.",
  access: "anyone",
  scope: "livestreams:read",
  params: z.object({ mint }),
  query: chatPageQuery,
  response: chatPage,
  errors: ["livestream-not-found", "not-allowed"],
  example: {
    params: sample.room,
    query: { limit: "50" },
    response: { messages: [sample.message], revision: 42, more: false },
  },
});

export const postBackstageChat = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/backstage/chat",
  summary: "Post to the backstage chat. Only hosts and admitted guests can post and read it.",
  access: "anyone",
  scope: "chat:write",
  status: 201,
  params: z.object({ mint }),
  body: z.object({ text: paragraph(chatTextMax).pipe(visible) }),
  response: chatMessage,
  errors: [
    "livestream-not-found",
    "not-allowed",
    "livestream-ended",
    "banned",
    "too-many-requests",
  ],
  example: { params: sample.room, body: { text: "You are next." }, response: sample.message },
});
