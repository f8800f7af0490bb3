import type { FieldError } from "@/lib/field-errors";
import type { ProblemBody } from "@/lib/problem";
import { say, spokenLocale } from "./say";

/** A refusal as a sentence: the server's own, which is English and the more exact; else by its code. */
export function wordsOf({ code, detail, retryAfterSeconds = 0 }: ProblemBody): string {
  if (spokenLocale() === "en") return detail;
  return say(`problems.codes.${code}`, { seconds: retryAfterSeconds });
}

/** What is wrong with a field, as a sentence to stand beside it. */
export const fieldWords = ({ code, params }: FieldError): string =>
  say(`problems.fields.${code}`, params);

/** The same of a refused request; null where nothing is wrong with this field. */
export function wordsAbout(problem: ProblemBody | null, field: string): string | null {
  const first = problem?.fieldErrors?.[field]?.[0];
  return first ? fieldWords(first) : null;
}
