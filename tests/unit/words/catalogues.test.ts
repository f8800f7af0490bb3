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

/** What stands in braces or tags: a language that drops a name or a link drops what it says. */
const slots = (message: string) =>
  [...new Set([...message.matchAll(/[{<]\/?\s*([a-z]\w*)/gi)].map(([, name]) => name))].sort();

const english = flat(catalogues.en);

describe.each(locales)("the words in %s", (locale) => {
  const words = flat(catalogues[locale]);

  test("are as many as the English ones, each with something in it", () => {
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...words].filter(([, message]) => message.trim() === "")).toEqual([]);
  });

  test("have the same blanks to fill in", () => {
    const astray = [...words]
      // The words inside of a plural or a choice are a language's own.
      .filter(([, message]) => !/,\s*(plural|select)/.test(message))
      .filter(([key, message]) => {
        const other = english.get(key) ?? "";
        return String(slots(message)) !== String(slots(other));
      });
    expect(astray).toEqual([]);
  });

  test("can all be read by the formatter", () => {
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
