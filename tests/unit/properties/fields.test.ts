import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import * as fields from "@/lib/contracts/common/fields";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  // Misleading input, made more likely.
  fc.string({
    unit: fc.constantFrom(
      "a",
      "é",
      "e\u0301",
      " ",
      "\n",
      "\r",
      "\t",
      "\u0000",
      "\u202e",
      "\u200b",
      "\u200d",
      "\u3164",
      "\u2800",
      "👩‍🚀",
    ),
    maxLength: 60,
  }),
);
const anything = fc.oneof(text, fc.anything({ withBigInt: true, withNullPrototype: true }));

const schemas: Record<string, z.ZodType> = {
  mint: fields.mint,
  accountId: fields.accountId,
  identity: fields.identity,
  instant: fields.instant,
  queryBoolean: fields.queryBoolean,
  "wholeNumber(1, 100)": fields.wholeNumber(1, 100),
  visible: fields.visible,
  "line(50)": fields.line(50),
  "paragraph(50)": fields.paragraph(50),
};
for (const [name, schema] of Object.entries(schemas)) {
  test(`${name} accepts or refuses any input, and never throws`, () => {
    fc.assert(fc.property(anything, (given) => void schema.safeParse(given)));
  });
}

for (const [name, make] of Object.entries({ line: fields.line, paragraph: fields.paragraph })) {
  test(`an accepted ${name} is accepted again unchanged`, () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (given, max) => {
        const taken = make(max).safeParse(given);
        if (!taken.success) return;
        expect(make(max).parse(taken.data)).toBe(taken.data);
      }),
    );
  });

  test(`an accepted ${name} is within its length, trimmed and composed`, () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (given, max) => {
        const taken = make(max).safeParse(given);
        if (!taken.success) return;
        expect([...taken.data].length).toBeLessThanOrEqual(max);
        expect(taken.data).toBe(taken.data.trim());
        expect(taken.data).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]|(?!\n)\p{Cc}/u);
      }),
    );
  });
}

test("a line is a single line with visible text", () => {
  fc.assert(
    fc.property(text, (given) => {
      const taken = fields.line(60).safeParse(given);
      if (!taken.success) return;
      expect(taken.data).not.toMatch(/[\r\n\t]| {2}/);
      expect(taken.data).toMatch(/[^\s\p{Default_Ignorable_Code_Point}]/u);
    }),
  );
});

test("a whole number is accepted if and only if it is one within its bounds, in digits", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.integer().map(String),
        fc.maxSafeNat().map(String),
        fc.double().map(String),
        text,
      ),
      (given) => {
        const taken = fields.wholeNumber(1, 100).safeParse(given);
        const isOne = /^\d{1,9}$/.test(given) && Number(given) >= 1 && Number(given) <= 100;
        expect(taken.success).toBe(isOne);
        if (taken.success) expect(taken.data).toBe(Number(given));
      },
    ),
  );
});

test("a query's boolean is accepted if and only if it is one of two words", () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom("true", "false", "True", "1", ""), anything), (given) => {
      const isOne = given === "true" || given === "false";
      expect(fields.queryBoolean.safeParse(given).success).toBe(isOne);
    }),
  );
});

test("an accepted id has no special meaning in a path, a room name or a query", () => {
  const ids = z.union([fields.mint, fields.accountId, fields.identity]);
  fc.assert(
    fc.property(fc.oneof(text, fc.stringMatching(/^[a-z]_[\w~/-]{8,40}$/)), (given) => {
      const taken = ids.safeParse(given);
      if (taken.success) expect(encodeURIComponent(taken.data)).toBe(taken.data);
    }),
  );
});
