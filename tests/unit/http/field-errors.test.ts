import { expect, test } from "vitest";
import { z } from "zod";
import { fieldError, wrong } from "@/lib/field-errors";
import { fieldErrorsOf } from "@/lib/http/field-errors-of";
import { parse } from "@/lib/http/parse";
import { invalidBody, invalidField, Problem } from "@/lib/problem";

const seen = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value, { reportInput: true });
  return Object.entries(fieldErrorsOf(error?.issues ?? [])).flatMap(([field, all]) =>
    all.map(({ code, params }) => [field, code, params]),
  );
};

// Zod's issue for a value, and the API's error for it.
const table: [string, z.ZodType, unknown, unknown[]][] = [
  ["nothing", z.string(), undefined, ["required", {}]],
  ["nothing, of some options", z.enum(["a", "b"]), undefined, ["required", {}]],
  ["another type", z.string(), 3, ["type", { expected: "string" }]],
  ["another option", z.enum(["a", "b"]), "c", ["option", { options: "a, b" }]],
  ["another format", z.iso.datetime(), "now", ["format", { format: "datetime" }]],
  ["a long text", z.string().max(2), "abc", ["too-long", { max: 2 }]],
  ["a short text", z.string().min(2), "a", ["too-short", { min: 2 }]],
  ["a large number", z.int().max(2), 3, ["too-large", { max: 2 }]],
  ["a small number", z.int().min(2), 1, ["too-small", { min: 2 }]],
  ["a long list", z.array(z.int()).max(1), [1, 2], ["too-many", { max: 1 }]],
  ["a short list", z.array(z.int()).min(1), [], ["too-few", { min: 1 }]],
  ["a rule without a code", z.string().refine(() => false), "a", ["other", {}]],
  ["a rule with a code", z.string().regex(/b/, wrong("id", "must be b")), "a", ["id", {}]],
  [
    "a limit that the contract sets",
    z.string().max(8, wrong("too-long", "must have at most 2 characters", { max: 2 })),
    "123456789",
    ["too-long", { max: 2 }],
  ],
];

for (const [what, schema, value, [code, params]] of table) {
  test(`${what}: ${code}`, () => {
    expect(seen(z.object({ field: schema }), { field: value })).toEqual([["field", code, params]]);
  });
}

test("every unknown field is named, whatever it is called", () => {
  const body = z.strictObject({ inner: z.strictObject({}) });
  expect(seen(body, JSON.parse('{ "inner": { "__proto__": 1, "b": 1 } }'))).toEqual([
    ["inner.__proto__", "unknown-field", {}],
    ["inner.b", "unknown-field", {}],
  ]);
});

test("the answer has the sentences as before, and the codes with them", () => {
  const error = fieldError("too-short", "must have at least 10 characters", { min: 10 });
  expect(invalidField("password", error).toBody()).toMatchObject({
    code: "invalid-request",
    detail: "password: must have at least 10 characters.",
    errors: { password: ["must have at least 10 characters"] },
    fieldErrors: {
      password: [
        { code: "too-short", params: { min: 10 }, message: "must have at least 10 characters" },
      ],
    },
  });
  const { detail, errors } = invalidBody(fieldError("json", "must be JSON")).toBody();
  expect({ detail, errors }).toEqual({
    detail: "The body must be JSON.",
    errors: { body: ["must be JSON"] },
  });
  expect(new Problem("banned", "No.").toBody()).not.toHaveProperty("errors");
});

test("a refused request names its first field in the sentence, and all of them in the lists", () => {
  try {
    parse(z.object({ a: z.string(), b: z.int() }), { a: 1, b: "x" });
    expect.unreachable();
  } catch (problem) {
    const { detail, errors, fieldErrors } = (problem as Problem).toBody();
    expect(detail).toBe("a: Invalid input: expected string, received number.");
    expect(Object.keys(errors ?? {})).toEqual(["a", "b"]);
    expect(Object.keys(fieldErrors ?? {})).toEqual(["a", "b"]);
  }
});
