import { afterAll, expect, test } from "vitest";
import { fieldWords } from "@/lib/client/server-api/problem-words";
import { learnWords } from "@/lib/client/server-api/say";
import { createApiKey } from "@/lib/contracts/api-keys";
import { login, signUp } from "@/lib/contracts/auth";
import { createLivestream } from "@/lib/contracts/livestreams";
import { catalogues } from "@/lib/words/catalogues";

afterAll(() => learnWords("en", catalogues.en));

/** What the contract says of each field of a body that people fill in wrong. */
const complaints = [
  signUp.body.safeParse({ name: "", handle: "a b", email: "ada", password: "short" }),
  signUp.body.safeParse({
    name: "x".repeat(200),
    handle: "ada",
    email: "ada@example.org",
    password: "x".repeat(201),
  }),
  login.body.safeParse({ email: "", password: "" }),
  createLivestream.body.safeParse({ title: "", tags: ["#"] }),
  createLivestream.body.safeParse({ title: "x".repeat(500) }),
  createApiKey.body.safeParse({ name: "", scopes: [] }),
].flatMap(({ error }) =>
  (error?.issues ?? []).map(({ path, message }) => [path.join("."), message] as const),
);

test("there are complaints to look at", () => {
  expect(complaints.length).toBeGreaterThan(8);
});

for (const [field, said] of complaints) {
  test(`in German, too, ${field} is told what is wrong with it: ${said}`, () => {
    learnWords("de", catalogues.de);
    expect(fieldWords(said)).not.toBe(catalogues.de.problems.fields.other);
  });
}

test("a number in the complaint is in the word", () => {
  learnWords("de", catalogues.de);
  expect(fieldWords("must have at least 10 characters")).toBe("Muss mindestens 10 Zeichen haben.");
});
