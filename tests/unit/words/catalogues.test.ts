import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { catalogues } from "@/lib/words/catalogues";
import { locales } from "@/lib/words/locales";

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, path = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[`${path}${key}`, value] as const]
        : [...flat(value, `${path}${key}.`)],
    ),
  );
}

/** Placeholders and tags: a translation without a name or a link loses what it says. */
const slots = (message: string) =>
  [...new Set([...message.matchAll(/[{<]\/?\s*([a-z]\w*)/gi)].map(([, name]) => name))].sort();

const english = flat(catalogues.en);

describe.each(locales)("the words in %s", (locale) => {
  const words = flat(catalogues[locale]);

  test("are as many as the English ones, and none is empty", () => {
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...words].filter(([, message]) => message.trim() === "")).toEqual([]);
  });

  test("have the same placeholders", () => {
    const astray = [...words]
      // The text inside a plural or a choice is a language's own.
      .filter(([, message]) => !/,\s*(plural|select)/.test(message))
      .filter(([key, message]) => {
        const other = english.get(key) ?? "";
        return String(slots(message)) !== String(slots(other));
      });
    expect(astray).toEqual([]);
  });

  test("can all be parsed by the formatter", () => {
    const t = createTranslator({
      locale,
      messages: catalogues[locale] as never,
      onError: (error) => {
        throw error;
      },
    }) as unknown as { rich: (key: string, values: object) => unknown };
    for (const [key, message] of words) {
      const given = slots(message).map((name) => [
        name,
        message.includes(`<${name}>`) ? (inside: string) => inside : 1,
      ]);
      expect(() => t.rich(key, Object.fromEntries(given)), key).not.toThrow();
    }
  });
});
