import { z } from "zod";
import { endpoint } from "./endpoint";
import { identity, instant, mint, paragraph, visible, wholeNumber } from "./fields";
import { chatTextMax } from "./limits";

export const chatMessage = z.object({
  /** The message's place in the livestream; its order for ever. */
  seq: z.int(),
  /** The chat's revision when the message last changed. */
  revision: z.int(),
  author: z.object({
    /** An account id or a guest's identity; what a host mutes. */
    subject: identity,
    name: z.string(),
    role: z.enum(["host", "guest", "viewer"]),
  }),
  /** Null once a host has deleted it. */
  text: z.string().nullable(),
  sentAt: instant,
});
export type ChatMessage = z.infer<typeof chatMessage>;

const path = z.object({ mint });

export const readChat = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/chat",
  summary: "The newest messages; before=seq for older ones; after=revision for everything missed.",
  params: path,
  query: z.object({
    after: wholeNumber(0).optional(),
    before: wholeNumber(1).optional(),
    limit: wholeNumber(1, 200).default(50),
  }),
  response: z.object({
    messages: z.array(chatMessage),
    /** The chat's revision that the answer brings the reader to. */
    revision: z.int(),
    /** Whether there is more in the direction asked. */
    more: z.boolean(),
  }),
});

export const postChat = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/chat",
  summary: "Say something: hosts, guests on stage and signed-in viewers, hidden or visible.",
  status: 201,
  params: path,
  body: z.object({
    text: paragraph(chatTextMax).pipe(visible),
  }),
  response: chatMessage,
});

export const deleteChat = endpoint({
  method: "DELETE",
  path: "/livestreams/{mint}/chat/{seq}",
  summary: "Take a message out of the chat. Hosts may; the author may take back their own.",
  params: z.object({ mint, seq: wholeNumber(1) }),
  response: chatMessage,
});

export const mutePerson = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/mutes",
  summary: "Keep a person (account id or guest identity) from writing in this chat.",
  params: path,
  body: z.object({ subject: identity }),
  response: z.object({ muted: z.boolean() }),
});

export const unmutePerson = endpoint({
  method: "DELETE",
  path: "/livestreams/{mint}/mutes/{subject}",
  summary: "Let a muted person write again.",
  params: z.object({ mint, subject: identity }),
  response: z.object({ muted: z.boolean() }),
});

/** What the server sends into the room over LiveKit (topic `roomTopic`); the rows are the truth. */
export const roomHint = z.discriminatedUnion("type", [
  z.object({ type: z.literal("chat"), message: chatMessage }),
  z.object({ type: z.literal("watching"), watching: z.int() }),
]);
export type RoomHint = z.infer<typeof roomHint>;
