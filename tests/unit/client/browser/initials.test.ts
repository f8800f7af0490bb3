import { expect, test } from "vitest";
import { initialsOf } from "@/lib/client/browser/initials";

const initials: [string, string, string][] = [
  ["first and last word", "Ada King Lovelace", "AL"],
  ["one word", "ada", "A"],
  ["brackets are ignored", "Ada (Lovelace)", "AL"],
  ["other signs too", "«Ada» – [live]", "AL"],
  ["a word of signs only is left out", "Ada (!)", "A"],
  ["decomposed letters", "e\u0301lan e\u0301tude", "E\u0301E\u0301"],
  ["letters of several code points", "क्षितिज", "क्षि"],
  ["digits", "2nd 3rd", "23"],
  ["a whole emoji of several code points", "👩‍🚀 Ada", "👩‍🚀A"],
  ["Arabic", "(علي) حسن", "عح"],
  ["signs alone", "(((", ""],
  ["nothing", "", ""],
];
for (const [what, name, expected] of initials) {
  test(`initials: ${what}`, () => expect(initialsOf(name)).toBe(expected));
}
