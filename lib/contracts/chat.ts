import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import {
  accountId,
  displayName,
  identity,
  instant,
  mint,
  paragraph,
  visible,
  wholeNumber,
} from "@/lib/contracts/common/fields";
import { chatTextMax } from "@/lib/contracts/common/limits";
import { authorRoles } from "@/lib/contracts/common/roles";

export const chatMessage = z
  .object({
    /** The message's number in this chat. It never changes. */
    seq: z.int(),
    /** The chat's revision when the message last changed. */
    revision: z.int(),
    author: z.object({
      /** An account id, or a guest's or visitor's identity, which a host can mute. */
      subject: identity,
      /** `Deleted account` if the account was deleted. */
      name: z.string(),
      role: z.enum(authorRoles),
      /** Only set if the account was deleted. */
      deleted: z.literal(true).optional(),
    }),
    /** Null once a host has deleted it. */
    text: z.string().nullable(),
    sentAt: instant,
  })
  .meta({ id: "ChatMessage" });
export type ChatMessage = z.infer<typeof chatMessage>;

export const chatPageQuery = z.object({
  after: wholeNumber(0).optional(),
  before: wholeNumber(1).optional(),
  limit: wholeNumber(1, 200).default(50),
});

export const chatPage = z.object({
  messages: z.array(chatMessage),
  /** The chat's revision as of this response. */
  revision: z.int(),
  /** Whether there are more messages in the requested direction. */
  more: z.boolean(),
});

const path = z.object({ mint });

export const readChat = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/chat",
  summary:
    "List the newest chat messages. Use `before` with a `seq` for older ones, `after` with a " +
    "`revision` for all changes since.",
  access: "anyone",
  scope: "livestreams:read",
  params: path,
  query: chatPageQuery,
  response: chatPage,
  errors: ["livestream-not-found"],
  example: {
    params: sample.room,
    query: { limit: "50" },
    response: { messages: [sample.message], revision: 42, more: false },
  },
});

export const postChat = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/chat",
  summary:
    "Post a chat message. For hosts, guests on stage and signed-in viewers, hidden or visible; with " +
    "`chatWithoutAccount`, for anyone.",
  access: "anyone",
  scope: "chat:write",
  status: 201,
  params: path,
  body: z.object({
    text: paragraph(chatTextMax).pipe(visible),
    /**
     * The name of someone without an account, required for their first message. A cookie then
     * identifies them, and the name stays.
     */
    name: displayName.optional(),
  }),
  response: chatMessage,
  errors: [
    "not-signed-in",
    "livestream-not-found",
    "livestream-ended",
    "banned",
    "muted",
    "slow-mode",
    "too-many-requests",
  ],
  example: { params: sample.room, body: { text: "Welcome, everyone!" }, response: sample.message },
});

export const deleteChat = endpoint({
  method: "DELETE",
  path: "/livestreams/{mint}/chat/{seq}",
  summary: "Delete a chat message. Hosts and moderators can delete any message, authors their own.",
  access: "anyone",
  scope: "chat:write",
  params: z.object({ mint, seq: wholeNumber(1) }),
  response: chatMessage,
  errors: ["not-signed-in", "livestream-not-found", "message-not-found", "not-allowed"],
  example: {
    params: { mint: sample.mint, seq: "42" },
    response: { ...sample.message, revision: 43, text: null },
  },
});

export const listMutes = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/mutes",
  summary: "List the people muted in this chat, newest first. Hosts and moderators only.",
  access: "account",
  scope: "livestreams:read",
  params: path,
  response: z.object({
    mutes: z.array(
      z.object({
        /** An account id or a guest's identity. */
        subject: identity,
        name: z.string(),
        createdAt: instant,
        /** The account id of the host who muted them. */
        /** Null if the account was deleted. */
        createdBy: accountId.nullable(),
      }),
    ),
  }),
  errors: ["livestream-not-found", "not-allowed"],
  example: {
    params: sample.room,
    response: {
      mutes: [
        {
          subject: sample.guest,
          name: "Grace Hopper",
          createdAt: sample.at,
          createdBy: sample.person.id,
        },
      ],
    },
  },
});

export const mutePerson = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/mutes",
  summary:
    "Mute a person in this chat, by account id or guest identity. Hosts and moderators only.",
  access: "account",
  scope: "livestreams:write",
  params: path,
  body: z.object({ subject: identity }),
  response: z.object({ muted: z.boolean() }),
  errors: ["livestream-not-found", "not-allowed", "too-many-requests"],
  example: { params: sample.room, body: { subject: sample.guest }, response: { muted: true } },
});

export const unmutePerson = endpoint({
  method: "DELETE",
  path: "/livestreams/{mint}/mutes/{subject}",
  summary: "Unmute a person in this chat. Hosts and moderators only.",
  access: "account",
  scope: "livestreams:write",
  params: z.object({ mint, subject: identity }),
  response: z.object({ muted: z.boolean() }),
  errors: ["livestream-not-found", "not-allowed", "too-many-requests"],
  example: { params: { mint: sample.mint, subject: sample.guest }, response: { muted: false } },
});
