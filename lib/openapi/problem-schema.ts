import { fieldCodes } from "@/lib/field-errors";
import { statusOf } from "@/lib/problem";
import type { JsonSchema } from "./json-schema";

/** The body of every refusal (RFC 9457), as `ProblemBody` has it. */
export const problemSchema = (): JsonSchema => ({
  type: "object",
  required: ["type", "title", "status", "code", "detail"],
  properties: {
    type: { type: "string" },
    title: { type: "string", description: "The status's name." },
    status: { type: "integer" },
    code: { enum: Object.keys(statusOf), description: "Stable; what a program decides by." },
    detail: { type: "string", description: "One sentence for a person." },
    errors: {
      type: "object",
      additionalProperties: { type: "array", items: { type: "string" } },
      description: "With `invalid-request`: what is wrong with each field, in English sentences.",
    },
    fieldErrors: {
      type: "object",
      additionalProperties: { type: "array", items: fieldErrorSchema() },
      description: "The same as `errors`, for programs.",
    },
    retryAfterSeconds: { type: "integer", description: "As the header Retry-After." },
    decidedBy: { type: "string", description: "With `already-decided`: who decided." },
  },
});

const fieldErrorSchema = (): JsonSchema => ({
  type: "object",
  required: ["code", "params", "message"],
  properties: {
    code: { enum: Object.keys(fieldCodes), description: "Stable; what a program decides by." },
    params: {
      type: "object",
      additionalProperties: { type: ["string", "number"] },
      description: "What the code is about, such as `max` of `too-long`.",
    },
    message: { type: "string", description: "The sentence in `errors`." },
  },
});
