import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { z } from "zod";
import { allContracts } from "@/lib/contracts/all";
import { type Endpoint, nothing } from "@/lib/contracts/common/endpoint";
import { refusalsOf } from "@/lib/contracts/common/refusals";
import { endLivestream } from "@/lib/contracts/livestreams";
import { type Answer, addressOf, Client, type Input } from "@/tests/support/api/client";
import { anAccount, signedIn } from "@/tests/support/api/factories";

const triesEach = 24;

const made: string[] = [];

const ada = await anAccount();
afterEach(async () => {
  const creator = await signedIn(ada);
  for (const mint of made.splice(0)) await creator.call(endLivestream, { params: { mint } });
});

/** The contract's example with some of it replaced by arbitrary values. */
function mutated(example: unknown, replacement: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const fields = Object.entries((example ?? {}) as Record<string, unknown>);
  return fc.record(
    Object.fromEntries(
      fields.map(([name, value]) => [name, fc.oneof(fc.constant(value), replacement)]),
    ),
  );
}

const text = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 80 }),
  fc.constantFrom(
    "0",
    "-1",
    "1e9",
    "999999999999",
    "null",
    "true",
    "%00",
    "../..",
    "'--",
    "\u0000",
  ),
);
const json = fc.oneof(
  fc.jsonValue(),
  text,
  // Valid JSON, but invalid Unicode or unusual numbers, which may break a database.
  fc.constantFrom("\ud800", "a\u0000b", 1e308, -0, 2 ** 53),
);
/** The client resolves one or two dots, which would ask another URL. */
const pathText = text.filter((given) => !/^\.{1,2}$/.test(given));

function requests({ params, query, body, example }: Endpoint) {
  const part = (schema: z.ZodType, given: unknown, replacement: fc.Arbitrary<unknown>) =>
    schema === nothing ? fc.constant(undefined) : mutated(given, replacement);
  return fc.record({
    params: part(params, example.params, pathText),
    query: part(query, example.query, text),
    body: body === nothing ? fc.constant(undefined) : fc.oneof(mutated(example.body, json), json),
  });
}

function expectDeclared(answer: Answer, endpoint: Endpoint): void {
  if (answer.status < 400) return;
  // 501 is oEmbed's own answer for an unsupported format.
  if (answer.status !== 501) expect(answer.status, answer.text).toBeLessThan(500);
  expect(answer.headers.get("content-type"), answer.text).toMatch(/^application\/problem\+json/);
  expect(refusalsOf(endpoint)).toContain((answer.body as { code: unknown }).code);
}

for (const { contract } of allContracts) {
  const takes = [contract.params, contract.query, contract.body].some((each) => each !== nothing);
  if (!takes || contract.produces === "text/event-stream") continue;
  test(`${contract.method} ${contract.path} refuses invalid input, and no input causes a 500`, async () => {
    const callers = [new Client(), await signedIn(ada)];
    await fc.assert(
      fc.asyncProperty(requests(contract), fc.constantFrom(...callers), async (given, caller) => {
        const { params, query, body } = given;
        const answer = await caller.send(
          addressOf(contract, { params, query } as Input<Endpoint>),
          {
            method: contract.method,
            json: body,
          },
        );
        expectDeclared(answer, contract);
        const { mint } = (answer.body ?? {}) as { mint?: string };
        if (answer.status === 201 && mint) made.push(mint);
      }),
      { numRuns: triesEach },
    );
  });
}
