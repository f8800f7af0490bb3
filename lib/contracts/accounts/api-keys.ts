import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { instant, line } from "@/lib/contracts/common/fields";
import { nameMax } from "@/lib/contracts/common/limits";
import { type Scope, scopes } from "@/lib/contracts/common/scopes";
import { wrong } from "@/lib/field-errors";

const scope = z.enum(Object.keys(scopes) as [Scope, ...Scope[]]);
const id = z.string().regex(/^[A-Za-z0-9]{8,40}$/, wrong("id", "must be an API key's id"));

export const apiKey = z.object({
  id,
  name: z.string(),
  scopes: z.array(scope),
  /** The last four characters of the key. The key itself is only returned on creation. */
  ending: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});
export type ApiKey = z.infer<typeof apiKey>;

const example = {
  id: "7bQmXv5RbTzPy8HnC9sKdL",
  name: "Recording server",
  scopes: ["livestreams:read" as const, "tokens" as const],
  ending: "x4Qk",
  createdAt: sample.at,
  lastUsedAt: null,
};

export const createApiKey = endpoint({
  method: "POST",
  path: "/api-keys",
  summary: "Create an API key for a server. The key itself is only returned here.",
  access: "person",
  scope: null,
  status: 201,
  body: z.object({
    name: line(nameMax),
    scopes: z
      .array(scope)
      .min(1, wrong("too-few", "must name at least one scope", { min: 1 }))
      .max(20),
  }),
  response: apiKey.extend({ key: z.string() }),
  errors: ["not-allowed", "too-many-api-keys"],
  example: {
    body: { name: example.name, scopes: example.scopes },
    response: { ...example, key: "greenroom_Qm9Yc2VkIGJ5IGEgdGVzdCwgbm90IGEga2V5LCB4x4Qk" },
  },
});

export const listApiKeys = endpoint({
  method: "GET",
  path: "/api-keys",
  summary: "List your active API keys, newest first, with the time of their last use.",
  access: "person",
  scope: null,
  response: z.object({ apiKeys: z.array(apiKey) }),
  errors: [],
  example: { response: { apiKeys: [example] } },
});

export const revokeApiKey = endpoint({
  method: "DELETE",
  path: "/api-keys/{id}",
  summary: "Revoke an API key. It stops working immediately.",
  access: "person",
  scope: null,
  params: z.object({ id }),
  response: z.object({ revoked: z.literal(true) }),
  errors: ["api-key-not-found"],
  example: { params: { id: example.id }, response: { revoked: true } },
});
