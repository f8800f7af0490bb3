import { fieldCodes } from "@/lib/field-errors";
import { statusOf } from "@/lib/problem";
import type { JsonSchema } from "./json-schema";

/** The body of every error response (RFC 9457), as in `ProblemBody`. */
export const problemSchema = (): JsonSchema => ({
  type: "object",
  required: ["type", "title", "status", "code", "detail"],
  properties: {
    type: { type: "string" },
    title: { type: "string", description: "The name of the HTTP status." },
    status: { type: "integer" },
    code: { enum: Object.keys(statusOf), description: "A stable error code for programs." },
    detail: { type: "string", description: "A message for people, in English." },
    errors: {
      type: "object",
      additionalProperties: { type: "array", items: { type: "string" } },
      description: "With `invalid-request`: what is wrong with each field, in English.",
    },
    fieldErrors: {
      type: "object",
      additionalProperties: { type: "array", items: fieldErrorSchema() },
      description: "The same errors with codes, for programs.",
    },
    retryAfterSeconds: { type: "integer", description: "The same as the `Retry-After` header." },
    decidedBy: {
      type: "string",
      description: "With `already-decided`: the name of the person who decided.",
    },
    reason: {
      type: "string",
      description: "With `account-suspended`: the reason that an admin gave.",
    },
  },
});

const fieldErrorSchema = (): JsonSchema => ({
  type: "object",
  required: ["code", "params", "message"],
  properties: {
    code: { enum: Object.keys(fieldCodes), description: "A stable error code for programs." },
    params: {
      type: "object",
      additionalProperties: { type: ["string", "number"] },
      description: "Values for the code, such as `max` for `too-long`.",
    },
    message: { type: "string", description: "The message in `errors`." },
  },
});
