import { expect, test } from "vitest";
import { code, findIn, markdown, messages } from "@/scripts/testing/plain-words.mjs";

const found = (file: string, read: typeof code, source: string) =>
  findIn(file, read(source, file)).map((finding) => finding.replace(/^[^:]+:/, ""));

test("a phrase in a comment is found with its line, also over the end of a line", () => {
  const source = "const a = 1;\n// Guests are seen by\n// itself.\n/** Painted anew. */\n";
  expect(found("lib/a.ts", code, source)).toEqual([
    '2: "by itself": automatically, on its own',
    '4: "anew": again',
  ]);
});

test("code and strings of other files are not read", () => {
  expect(found("lib/a.ts", code, 'const anew = "by itself";')).toEqual([]);
});

test("titles of repeated and conditional tests are read", () => {
  const source = 'test.each([1])("draws anew", go);\ntest.runIf(true)("draws anew", go);';
  expect(found("tests/unit/a.test.ts", code, source)).toHaveLength(2);
});

test("a contract's strings and a test's title are read", () => {
  expect(found("lib/contracts/a.ts", code, 'const a = { summary: "Draws anew" };')).toHaveLength(1);
  expect(found("tests/unit/a.test.ts", code, 'test("draws anew", () => go("anew"));')).toHaveLength(
    1,
  );
});

test("a catalogue is held against the list of its language", () => {
  expect(found("lib/words/en/a.json", messages, '{\n  "a": "Tried by itself."\n}')).toHaveLength(1);
  expect(found("lib/words/de/a.json", messages, '{\n  "a": "Freiwillig"\n}')).toEqual([
    '2: "Freiwillig": Optional',
  ]);
});

test("a document's prose is read, its code is not", () => {
  expect(found("README.md", markdown, "`anew`\n\n```\nanew\n```\n\nDrawn anew.\n")).toEqual([
    '7: "anew": again',
  ]);
});

test.each([
  "It is sent to who waits.",
  "Null for who has none.",
  "Who knocks shows up here.",
  "The row grows by what is sent.",
  "Admins whom I name",
  "Whoever came first",
  "The link works no more.",
  "Everybody may watch.",
])("reads like a translation: %s", (text) => {
  expect(found("a.md", markdown, text)).not.toEqual([]);
});

test.each([
  "Hosts see who is waiting.",
  "Anyone with the link can watch.",
  "Who can watch?",
  "No more than 25 files",
  "It stands for the room.",
])("reads like a sentence: %s", (text) => {
  expect(found("a.md", markdown, text)).toEqual([]);
});
