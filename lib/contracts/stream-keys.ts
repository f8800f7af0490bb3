import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { instant, line, mint } from "@/lib/contracts/common/fields";
import { nameMax } from "@/lib/contracts/common/limits";
import { wrong } from "@/lib/field-errors";

const id = z.string().regex(/^[A-Za-z0-9]{8,40}$/, wrong("id", "must be a stream key's id"));

export const streamKey = z.object({
  id,
  name: z.string(),
  /** The last four characters of the key. The key itself is only returned on creation and rotation. */
  ending: z.string(),
  /** The identity of its encoder in the livestream's room. */
  identity: z.string(),
  /** Whether an encoder is sending with it now. */
  connected: z.boolean(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});
export type StreamKey = z.infer<typeof streamKey>;

const withSecret = streamKey.extend({ key: z.string() });

const example = {
  id: "4mTzQv8RbXyPw2HnC7sKdL",
  name: "OBS in the studio",
  ending: "t8Wm",
  identity: "e_4mTzQv8RbXyPw2HnC7sKdL",
  connected: false,
  createdAt: sample.at,
  lastUsedAt: null,
};
const key = "stream_bm90IGEga2V5LCBvbmx5IGFuIGV4YW1wbGUgb2Ygb25lt8Wm";
const ofKey = z.object({ mint, id });

export const createStreamKey = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/stream-keys",
  summary:
    "Create a stream key. An encoder uses it to send video to `/whip`. The key itself is only " +
    "returned here. Creator only.",
  access: "account",
  scope: "tokens",
  status: 201,
  params: z.object({ mint }),
  body: z.object({ name: line(nameMax) }),
  response: withSecret,
  errors: ["livestream-not-found", "not-allowed", "livestream-ended", "too-many-stream-keys"],
  example: {
    params: sample.room,
    body: { name: example.name },
    response: { ...example, key },
  },
});

export const listStreamKeys = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/stream-keys",
  summary:
    "List active stream keys, newest first, and whether an encoder is sending with each. Creator " +
    "only.",
  access: "account",
  scope: "livestreams:read",
  params: z.object({ mint }),
  response: z.object({ streamKeys: z.array(streamKey) }),
  errors: ["livestream-not-found", "not-allowed"],
  example: { params: sample.room, response: { streamKeys: [example] } },
});

export const rotateStreamKey = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/stream-keys/{id}/rotate",
  summary:
    "Replace a stream key with a new one of the same name. The old key stops working immediately " +
    "and its encoder is disconnected. Creator only.",
  access: "account",
  scope: "tokens",
  params: ofKey,
  response: withSecret,
  errors: ["livestream-not-found", "not-allowed", "stream-key-not-found", "livestream-ended"],
  example: { params: { ...sample.room, id: example.id }, response: { ...example, key } },
});

export const revokeStreamKey = endpoint({
  method: "DELETE",
  path: "/livestreams/{mint}/stream-keys/{id}",
  summary:
    "Revoke a stream key. It stops working immediately and its encoder is disconnected. Creator " +
    "only.",
  access: "account",
  scope: "tokens",
  params: ofKey,
  response: z.object({ revoked: z.literal(true) }),
  errors: ["livestream-not-found", "not-allowed", "stream-key-not-found"],
  example: { params: { ...sample.room, id: example.id }, response: { revoked: true } },
});
