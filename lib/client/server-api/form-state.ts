import { ApiError } from "./api";
import { fieldWords } from "./problem-words";
import { say } from "./say";

/** A form between two presses of its button. Fields carry the server's word on them, by name. */
export type FormState =
  | { name: "idle" }
  | { name: "sending" }
  | { name: "refused"; message: string | null; fields: Readonly<Record<string, string>> };

export const idle: FormState = { name: "idle" };
export const sending: FormState = { name: "sending" };

/** Whatever a request threw, as the form shows it: at its fields where it is about them. */
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
