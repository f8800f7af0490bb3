import { afterAll, describe, expect, test } from "vitest";
import { fieldWords } from "@/lib/client/server-api/problem-words";
import { learnWords } from "@/lib/client/server-api/say";
import { createApiKey } from "@/lib/contracts/accounts/api-keys";
import { login, signUp } from "@/lib/contracts/accounts/auth";
import { createLivestream } from "@/lib/contracts/livestreams";
import { fieldErrorsOf } from "@/lib/http/field-errors-of";
import { catalogues } from "@/lib/words/catalogues";
import { locales } from "@/lib/words/locales";

afterAll(() => learnWords("en", catalogues.en));

/** The errors of a form that people fill in wrong. */
const wrongFields = [
  signUp.body.safeParse({ name: "", handle: "a b", email: "ada", password: "short" }),
  signUp.body.safeParse({
    name: "x".repeat(201),
    handle: "ada",
    email: "ada@example.org",
    password: "x".repeat(801),
  }),
  login.body.safeParse({ email: "", password: "" }),
  createLivestream.body.safeParse({ title: "", tags: ["#"], scheduledAt: "0001-01-01T00:00:00Z" }),
  createLivestream.body.safeParse({ title: "x".repeat(500) }),
  createApiKey.body.safeParse({ name: "", scopes: [] }),
].flatMap(({ error }) =>
  Object.entries(fieldErrorsOf(error?.issues ?? [])).flatMap(([field, all]) =>
    all.map((each) => [field, each] as const),
  ),
);

test("there are wrong fields to look at", () => {
  expect(wrongFields.length).toBeGreaterThan(8);
});

describe.each(locales)("in %s", (locale) => {
  for (const [field, error] of wrongFields) {
    test(`${field} explains its error: ${error.message}`, () => {
      learnWords(locale, catalogues[locale]);
      expect(fieldWords(error)).not.toBe(catalogues[locale].problems.fields.other);
    });
  }
});

test("a limit is the one that applies, even where far more was given, and is formatted for people", () => {
  const words = (locale: (typeof locales)[number], field: string) => {
    learnWords(locale, catalogues[locale]);
    return wrongFields.filter(([name]) => name === field).map(([, error]) => fieldWords(error));
  };
  expect(words("en", "password")).toContain("Must have at most 200 characters.");
  expect(words("de", "password")).toContain("Muss mindestens 10 Zeichen haben.");
  expect(words("en", "name")).toContain("Must have at most 50 characters.");
  expect(words("en", "scopes")).toEqual(["Choose at least one."]);
  expect(words("de", "scopes")).toEqual(["Wähle mindestens eines aus."]);
});
