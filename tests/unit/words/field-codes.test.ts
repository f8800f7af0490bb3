import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fieldWords } from "@/lib/client/server-api/problem-words";
import { learnWords } from "@/lib/client/server-api/say";
import { allContracts } from "@/lib/contracts/all";
import { type FieldCode, fieldCodes, readWrong } from "@/lib/field-errors";
import { fieldErrorsOf } from "@/lib/http/field-errors-of";
import { catalogues } from "@/lib/words/catalogues";
import { locales } from "@/lib/words/locales";

const codes = Object.keys(fieldCodes) as FieldCode[];
const inputs = allContracts.flatMap(({ name, contract }) =>
  (["params", "query", "body"] as const).map((part) => ({
    where: `${name}, ${part}`,
    schema: contract[part],
    example: z.record(z.string(), z.unknown()).safeParse(contract.example[part]).data ?? {},
  })),
);

describe.each(locales)("in %s", (locale) => {
  const { fields } = catalogues[locale].problems;

  test("every code has a text, and every text has a code", () => {
    expect(Object.keys(fields).sort()).toEqual([...codes].sort());
  });

  test("texts use only the parameters of their code", () => {
    for (const code of codes) {
      const blanks = [...fields[code].matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? "");
      const given: readonly string[] = fieldCodes[code];
      // Text inside a plural is not a placeholder: `one {eines}`.
      const plural = /plural/.test(fields[code]);
      expect(given, code).toEqual(expect.arrayContaining(plural ? blanks.slice(0, 1) : blanks));
    }
  });

  test("for any input to any URL, each invalid field has a text", () => {
    learnWords(locale, catalogues[locale]);
    const anything = fc.anything({ withNullPrototype: true });
    const given = fc.constantFrom(...inputs).chain(({ schema, example }) =>
      fc.record({
        schema: fc.constant(schema),
        value: fc.oneof(
          anything,
          // Valid except for one field.
          fc
            .tuple(fc.constantFrom("", ...Object.keys(example)), anything)
            .map(([field, wrong]) => ({ ...example, [field]: wrong })),
        ),
      }),
    );
    fc.assert(
      fc.property(given, ({ schema, value }) => {
        const { error } = schema.safeParse(value, { reportInput: true });
        for (const each of Object.values(fieldErrorsOf(error?.issues ?? [])).flat()) {
          expect(Object.keys(each.params).sort()).toEqual([...fieldCodes[each.code]].sort());
          expect(fieldWords(each)).not.toMatch(/problems|\{/);
        }
      }),
    );
    learnWords("en", catalogues.en);
  });
});

test("every rule of the contracts with its own text has a code", () => {
  const messages = inputs.flatMap(({ where, schema }) =>
    messagesIn(schema).map((message) => [where, message] as const),
  );
  expect(messages.length).toBeGreaterThan(50);
  const astray = messages.filter(([, message]) => !Object.hasOwn(fieldCodes, codeOf(message)));
  expect(astray).toEqual([]);
});

const codeOf = (message: string) => readWrong(message)?.code ?? "";

/** The texts that a schema gives its checks, at any depth. */
function messagesIn(node: unknown, met = new Set<unknown>()): string[] {
  if (typeof node !== "object" || node === null || met.has(node)) return [];
  met.add(node);
  const own = (node as { _zod?: { def?: { error?: (issue: object) => unknown } } })._zod?.def;
  const message = own?.error?.({});
  const inside = Object.values(own ?? node).flatMap((each) => messagesIn(each, met));
  return typeof message === "string" ? [message, ...inside] : inside;
}
