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
      description: "With `invalid-request`: what is wrong with each field.",
    },
    retryAfterSeconds: { type: "integer", description: "As the header Retry-After." },
    decidedBy: { type: "string", description: "With `already-decided`: who decided." },
  },
});
