import { ApiError } from "./api";
import { fieldWords } from "./problem-words";
import { say } from "./say";

/** A form's state. `fields` has the server's message for each field, by name. */
export type FormState =
  | { name: "idle" }
  | { name: "sending" }
  | { name: "refused"; message: string | null; fields: Readonly<Record<string, string>> };

export const idle: FormState = { name: "idle" };
export const sending: FormState = { name: "sending" };

/**
 * Converts anything a request threw into a form state, with errors at their fields where possible.
 */
export function refusedBy(
  error: unknown,
  fieldOf: Partial<Record<string, string>> = {},
): FormState {
  if (!(error instanceof ApiError)) return refused(say("problems.page"));
  const field = fieldOf[error.code];
  if (field) return refusedAt(field, error.message);
  const fields = Object.entries(error.problem?.fieldErrors ?? {}).flatMap(([name, [first]]) =>
    first ? [[name, fieldWords(first)] as const] : [],
  );
  if (fields.length === 0) return refused(error.message);
  return { name: "refused", message: null, fields: Object.fromEntries(fields) };
}

export const refused = (message: string): FormState => ({ name: "refused", message, fields: {} });

export const refusedAt = (field: string, message: string): FormState => ({
  name: "refused",
  message: null,
  fields: { [field]: message },
});

export const errorAt = (state: FormState, field: string): string | undefined =>
  state.name === "refused" ? state.fields[field] : undefined;

export const messageOf = (state: FormState): string | null =>
  state.name === "refused" ? state.message : null;
