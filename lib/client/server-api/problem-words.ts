import type { ProblemBody } from "@/lib/problem";
import { say, spokenLocale } from "./say";

/** A refusal as a sentence: the server's own, which is English and the more exact; else by its code. */
export function wordsOf({ code, detail, retryAfterSeconds = 0 }: ProblemBody): string {
  if (spokenLocale() === "en") return detail;
  return say(`problems.codes.${code}`, { seconds: retryAfterSeconds });
}

/** What the contract says of a field, and the word for it. */
const complaints = [
  { said: /^must not be empty/, word: "empty" },
  { said: /at most (?<max>\d+) character|<=(?<max2>\d+) character/, word: "too-long" },
  { said: /at least (?<min>\d+) character|>=(?<min2>\d+) character/, word: "too-short" },
  { said: /^must be an e-mail address/, word: "email" },
  { said: /^must be 3 to 30 letters/, word: "handle" },
  { said: /'s id$/, word: "id" },
  { said: /^must be between the years/, word: "years" },
  { said: /megapixels$/, word: "pixels" },
  { said: /whole number/, word: "number" },
  { said: /^must be letters, digits, spaces/, word: "tag" },
  { said: /^must name at least one scope/, word: "scopes" },
] as const;

/** What is wrong with a field, as a sentence to stand beside it. */
export function fieldWords(said: string): string {
  if (spokenLocale() === "en") return sentence(said);
  for (const { said: pattern, word } of complaints) {
    const found = pattern.exec(said);
    if (!found) continue;
    const { max, max2, min, min2 } = found.groups ?? {};
    const blanks = { max: Number(max ?? max2), min: Number(min ?? min2) };
    return say(`problems.fields.${word}`, blanks);
  }
  return say("problems.fields.other");
}

/** The server writes `must not be empty`; beside a field it is a sentence. */
const sentence = (words: string) =>
  words && `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, "")}.`;
