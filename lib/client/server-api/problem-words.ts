import type { FieldError } from "@/lib/field-errors";
import type { ProblemBody } from "@/lib/problem";
import { say, spokenLocale } from "./say";

/**
 * A refusal as a sentence: the server's own in English, which is more precise, otherwise the
 * translation of its code.
 */
export function wordsOf({ code, detail, retryAfterSeconds = 0, reason = "" }: ProblemBody): string {
  if (spokenLocale() === "en") return detail;
  return say(`problems.codes.${code}`, { seconds: retryAfterSeconds, reason });
}

/** Says what is wrong with a field, in a sentence shown next to it. */
export const fieldWords = ({ code, params }: FieldError): string =>
  say(`problems.fields.${code}`, params);

/** What is wrong with a picture, which is a request's whole body; otherwise the refusal's message. */
export const wordsAboutPicture = (refusal: { problem: ProblemBody | null; message: string }) =>
  wordsAbout(refusal.problem, "body") ?? refusal.message;

/** The same for a field of a refused request; null if the field has no error. */
export function wordsAbout(problem: ProblemBody | null, field: string): string | null {
  const first = problem?.fieldErrors?.[field]?.[0];
  return first ? fieldWords(first) : null;
}
