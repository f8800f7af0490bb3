import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { identity, line, mint, paragraph, visible } from "@/lib/contracts/common/fields";
import { chatTextMax, guestMessageMax } from "@/lib/contracts/common/limits";
import { chatMessage, chatPage, chatPageQuery } from "./chat";

const aGuest = z.object({ mint, identity });
const ofGuest = { mint: sample.mint, identity: sample.guest };

/** Where a host can put a guest who was admitted. */
const guestDestination = z.enum(["stage", "backstage", "waiting-room"]);
export type GuestDestination = z.infer<typeof guestDestination>;

export const placeGuest = endpoint({
  method: "PUT",
  path: "/livestreams/{mint}/guests/{identity}/place",
  summary:
    "Put an admitted guest on stage, backstage (sees and hears the show, unseen) or back into the waiting room.",
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
    "Write a line to a guest who waits or is backstage; null takes it back. Only they see it.",
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
  summary: "Mute what a guest or featured viewer publishes. Only they can switch it on again.",
  access: "account",
  scope: "livestreams:write",
  params: aGuest,
  body: z.object({ source: mutable }),
  response: z.object({
    identity,
    source: mutable,
    /** False when they were publishing no such thing. */
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
  summary: "Ask somebody on stage to switch on their microphone or camera; their page shows it.",
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
  summary: "The private chat of hosts and admitted guests; read like the show's chat.",
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
  summary: "Say something behind the stage: hosts and admitted guests, seen by nobody else.",
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
