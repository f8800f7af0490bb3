import "server-only";
import type { z } from "zod";
import {
  type FieldCode,
  type FieldError,
  type FieldErrors,
  fieldError,
  readWrong,
} from "@/lib/field-errors";

type Issue = z.core.$ZodIssue;

/** Groups Zod's issues by field. */
export function fieldErrorsOf(issues: readonly Issue[]): FieldErrors {
  // A map, because the client chooses the names: one of them may be `__proto__`.
  const found = new Map<string, FieldError[]>();
  for (const [field, error] of issues.flatMap(errorsOf)) {
    found.set(field, [...(found.get(field) ?? []), error]);
  }
  return Object.fromEntries(found);
}

function errorsOf(issue: Issue): [field: string, error: FieldError][] {
  if (issue.code !== "unrecognized_keys") {
    return [[issue.path.join(".") || "body", errorOf(issue)]];
  }
  const message = "is not a field of this request";
  return issue.keys.map((key) => [
    [...issue.path, key].join("."),
    fieldError("unknown-field", message),
  ]);
}

/** The contract's own message if it has one, otherwise Zod's. */
const errorOf = (issue: Issue): FieldError =>
  readWrong(issue.message) ?? { ...codeOf(issue), message: issue.message };

const tooBig: Partial<Record<string, FieldCode>> = { string: "too-long", array: "too-many" };
const tooSmall: Partial<Record<string, FieldCode>> = { string: "too-short", array: "too-few" };

function codeOf(issue: Issue): Omit<FieldError, "message"> {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return { code: "required", params: {} };
      return { code: "type", params: { expected: issue.expected } };
    case "invalid_value":
      if (issue.input === undefined) return { code: "required", params: {} };
      return { code: "option", params: { options: issue.values.join(", ") } };
    case "invalid_format":
      return { code: "format", params: { format: issue.format } };
    case "too_big":
      return {
        code: tooBig[issue.origin] ?? "too-large",
        params: { max: Number(issue.maximum) },
      };
    case "too_small":
      return {
        code: tooSmall[issue.origin] ?? "too-small",
        params: { min: Number(issue.minimum) },
      };
    default:
      return { code: "other", params: {} };
  }
}
