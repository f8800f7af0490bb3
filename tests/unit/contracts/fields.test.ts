import { describe, expect, test } from "vitest";
import {
  accountId,
  givenInstant,
  identity,
  line,
  mint,
  paragraph,
  queryBoolean,
} from "@/lib/contracts/common/fields";

const ok = (schema: ReturnType<typeof line>, text: string) => schema.parse(text);

describe("line", () => {
  const kept: [string, string, string][] = [
    ["unchanged", "Ada Lovelace", "Ada Lovelace"],
    ["leading and trailing space", "  Ada \n", "Ada"],
    ["space inside", "Ada \t\n\u00A0 Lovelace", "Ada Lovelace"],
    ["decomposed letters", "Zoe\u0301", "Zoé"],
    ["control characters", "A\u0000d\u0007a\u001B", "Ada"],
    ["turned direction", "\u202Eada\u2066\u200F\u061C", "ada"],
    ["zero width", "A\u200Bd\u2060a\uFEFF", "Ada"],
    ["a soft hyphen", "A\u00ADda", "Ada"],
    ["invisible characters between spaces", "Ada \u200B \u202E Lovelace", "Ada Lovelace"],
    ["emoji made with a joiner", "Ada 👩‍🚀", "Ada 👩‍🚀"],
    ["letters of any script", "Адa 李雷 علي", "Адa 李雷 علي"],
    ["combining marks of a script", "ཀྵྨླྺྼྻྂ क्षि שָׁ", "ཀྵྨླྺྼྻྂ क्षि שָׁ"],
    ["a tower of marks is cut", `q${"\u0302".repeat(60)}x`, `q${"\u0302".repeat(8)}x`],
  ];
  for (const [what, given, text] of kept) {
    test(`keeps the intended text: ${what}`, () => expect(ok(line(50), given)).toBe(text));
  }

  const nothing = {
    "no character": "",
    "only space": " \t\n ",
    "only control characters": "\u0000\u0007",
    "only zero width": "\u200B\u2060\uFEFF",
    "only a joiner": "\u200D",
    "only joiners and spaces": " \u200D \u200C ",
    "a Hangul filler": "\u3164",
    "an empty Braille cell": "\u2800",
    "tag characters": "\u{E0041}\u{E0042}",
  };
  for (const [what, given] of Object.entries(nothing)) {
    test(`refuses invisible text: ${what}`, () => {
      expect(line(50).safeParse(given).success).toBe(false);
    });
  }

  test("counts what is kept, not what was sent", () => {
    expect(ok(line(5), `  ${"x".repeat(5)}\u200B`)).toBe("xxxxx");
    expect(line(5).safeParse("x".repeat(6)).success).toBe(false);
    expect(line(5).safeParse(`${" ".repeat(100)}x`).success, "far more than can be kept").toBe(
      false,
    );
  });
});

describe("paragraph", () => {
  const kept: [string, string, string][] = [
    ["nothing", "", ""],
    ["line ends of any system", "a\r\nb\rc\nd", "a\nb\nc\nd"],
    ["an empty line within", "a\n\nb", "a\n\nb"],
    ["many empty lines as one", "a\n\n \n\u200B\n\u2800\nb", "a\n\nb"],
    ["a tower of marks is cut", `q${"\u0302".repeat(60)}\nx`, `q${"\u0302".repeat(8)}\nx`],
    ["space at the ends of lines and of the text", "\n  a  \n b \n\n", "a\n b"],
    ["tabs as spaces", "a\tb", "a b"],
    ["control and direction characters", "a\u0007\u202Eb", "ab"],
    ["decomposed letters", "e\u0301", "é"],
  ];
  for (const [what, given, text] of kept) {
    test(`keeps the intended text: ${what}`, () => expect(paragraph(50).parse(given)).toBe(text));
  }

  test("counts what is kept", () => {
    expect(paragraph(3).parse("\n\nabc\n\n")).toBe("abc");
    expect(paragraph(3).safeParse("abcd").success).toBe(false);
  });
});

test("a query's boolean is one of two words", () => {
  expect(["true", "false"].map((word) => queryBoolean.parse(word))).toEqual([true, false]);
  for (const word of [
    "TRUE",
    "True",
    "1",
    "0",
    "yes",
    "no",
    "on",
    "",
    " true",
    true,
    1,
    undefined,
  ]) {
    expect(queryBoolean.safeParse(word).success, String(word)).toBe(false);
  }
});

test("a given time is in a year that every calendar and database supports", () => {
  for (const time of [
    "1970-01-01T00:00:00Z",
    "1970-01-01T02:00:00+02:00",
    "2031-02-03T04:05:06.789+01:00",
    "9998-12-31T23:59:59.999Z",
  ]) {
    expect(givenInstant.safeParse(time).success, time).toBe(true);
  }
  for (const time of [
    "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00Z",
    "1969-12-31T23:59:59.999Z",
    "1970-01-01T00:00:00+00:01",
    "9998-12-31T23:59:59-00:01",
    "9999-12-31T23:59:59Z",
    "10000-01-01T00:00:00Z",
    "+010000-01-01T00:00:00Z",
    "1700000000",
    1_700_000_000,
  ]) {
    expect(givenInstant.safeParse(time).success, String(time)).toBe(false);
  }
});

test("ids are those we generate, and nothing with a meaning in a room name or a path", () => {
  const bad = [
    "",
    "short",
    "a b c d e f",
    "abc/../def",
    "abcdef~lobby",
    "abcdef#x",
    "абвгде",
    "x".repeat(65),
  ];
  for (const word of bad) expect(mint.safeParse(word).success, word).toBe(false);
  expect(mint.safeParse("3kY9abcDEF123456").success).toBe(true);
  for (const word of [
    "g_123",
    "G_12345678",
    "g_1234-678",
    "g_12345678#x",
    "12345678",
    "gg_12345678",
  ]) {
    expect(identity.safeParse(word).success, word).toBe(false);
  }
  for (const word of ["g_12345678", "v_12345678", "u_12345678"]) {
    expect(identity.safeParse(word).success, word).toBe(true);
  }
  expect(accountId.safeParse("g_12345678").success).toBe(false);
});
