import fc from "fast-check";
import { type Endpoint, nothing } from "@/lib/contracts/common/endpoint";
import { addressOf, type Input, sentTo } from "@/tests/support/api/client";
import type { Operation, Schema } from "@/tests/support/api/openapi";
import { oddTexts, oddValues } from "./odd-values";

/** A real call with one part changed, as it is sent. `what` names the change. */
export type Mutant = {
  what: string;
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
};

type Parts = {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
};
type Change = Partial<Mutant> & { what: string };

const json = { "content-type": "application/json" };
const wrongTypes = [
  ...["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"],
  ...["application/json; charset=utf-16", "image/svg+xml", "x", ""],
];

/**
 * Changes of one call: its parameters, its query, its body or the type of its body.
 *
 * @param known real IDs, which come up in the place of other values
 */
export function mutantsOf(
  contract: Endpoint,
  operation: Operation,
  input: Input<Endpoint>,
  known: string[],
): fc.Arbitrary<Mutant> {
  const real = { params: {}, query: {}, ...input } as Parts;
  const sent = sentTo(contract, input);
  const original = {
    url: addressOf(contract, input),
    method: contract.method,
    headers: { ...(sent.json !== undefined && json), ...sent.headers },
    body: sent.raw ?? (sent.json === undefined ? undefined : JSON.stringify(sent.json)),
  };
  const changes = [
    ...paramsChanged(contract, real, known),
    ...queryChanged(contract, operation, real, known),
    ...(contract.method === "GET" ? [] : bodyChanged(contract, operation, original, real, known)),
  ];
  return fc.oneof(...changes).map((change) => ({ ...original, ...change }));
}

const textOf = (known: string[]) => fc.constantFrom(...oddTexts, ...known);

function paramsChanged(contract: Endpoint, real: Parts, known: string[]) {
  // A client would resolve dots and ask another URL, and cannot encode half a character.
  const canBeSent = (text: string) => !/^(|\.{1,2})$/.test(text) && text.isWellFormed();
  return Object.keys(real.params).map((name) =>
    textOf(known)
      .filter(canBeSent)
      .map((text): Change => {
        const params = { ...real.params, [name]: text };
        const url = addressOf(contract, { ...real, params } as Input<Endpoint>);
        return { what: `{${name}} is ${shown(text)}`, url };
      }),
  );
}

function queryChanged(contract: Endpoint, operation: Operation, real: Parts, known: string[]) {
  const bare = addressOf(contract, { params: real.params } as Input<Endpoint>);
  const withQuery = (what: string, pairs: string[][]): Change => {
    const search = new URLSearchParams(pairs).toString();
    return { what, url: search ? `${bare}?${search}` : bare };
  };
  const pairs = Object.entries(real.query).map(([name, value]) => [name, `${value}`]);
  const named = operation.parameters.flatMap((each) => (each.in === "query" ? [each.name] : []));
  const without = (name: string) => pairs.filter(([other]) => other !== name);
  const one = fc.constantFrom(...named, "unheardOf");
  return [
    fc
      .tuple(one, textOf(known))
      .map(([name, text]) =>
        withQuery(`?${name} is ${shown(text)}`, [...without(name), [name, text]]),
      ),
    one.map((name) => withQuery(`?${name} twice`, [...pairs, [name, "a"], [name, "b"]])),
    one.map((name) => withQuery(`?${name} is missing`, without(name))),
  ];
}

function bodyChanged(
  contract: Endpoint,
  operation: Operation,
  original: Omit<Mutant, "what">,
  real: Parts,
  known: string[],
) {
  const large = fc.constant({
    what: "a body that is too large",
    body: "x".repeat(contract.maxBytes + 1),
  });
  if (contract.body === nothing) {
    const unasked = fc.constantFrom("{}", "null", "{", "x");
    return [
      unasked.map((body): Change => ({ what: `the body ${body}`, body, headers: json })),
      large,
    ];
  }
  const types = fc
    .constantFrom(...wrongTypes)
    .map(
      (type): Change => ({ what: `the type ${shown(type)}`, headers: { "content-type": type } }),
    );
  return contract.takes
    ? [types, ...bytesChanged(original.body ?? "", contract.takes.maxBytes)]
    : [types, large, ...jsonChanged(operation, real.body ?? {}, known)];
}

function bytesChanged(real: string | Uint8Array, maxBytes: number) {
  const bytes = Buffer.from(real);
  const made = {
    nothing: Buffer.alloc(0),
    "one byte": Buffer.from([0]),
    "the first half": bytes.subarray(0, bytes.length / 2),
    "one bit flipped": bytes.map((byte, index) => (index === bytes.length >> 1 ? byte ^ 1 : byte)),
    "a page after the end": Buffer.concat([bytes, Buffer.from("<script>alert(1)</script>")]),
    "bytes without meaning": Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 193) % 256)),
    "more than is allowed": Buffer.alloc(maxBytes + 1),
  };
  return Object.entries(made).map(([what, body]) =>
    fc.constant<Change>({ what, body: new Uint8Array(body) }),
  );
}

function jsonChanged(operation: Operation, body: unknown, known: string[]) {
  const { properties = {} } = (operation.requestBody?.content["application/json"]?.schema ??
    {}) as { properties?: Record<string, Schema> };
  const top = Object.keys(properties).map((name) => [name]);
  const place = fc.constantFrom(...top, ...placesIn(body), ["unheardOf"]);
  const value = fc.constantFrom<unknown>(...oddValues, ...known);
  const text = JSON.stringify(body);
  const said = (what: string, given: unknown): Change => ({
    what,
    headers: json,
    body: JSON.stringify(given),
  });
  return [
    // Most of the changes: the others are refused before anything reads a field.
    {
      weight: 6,
      arbitrary: fc
        .tuple(place, value)
        .map(([at, odd]) => said(`${at.join(".")} is ${shown(odd)}`, changed(body, at, odd))),
    },
    place.map((at) => said(`${at.join(".")} is missing`, changed(body, at, undefined))),
    place.map(([name]) => {
      const fields = [text.slice(1, -1), `${JSON.stringify(name)}:null`].filter(Boolean);
      return { what: `${name} twice`, headers: json, body: `{${fields.join(",")}}` };
    }),
    value.map((odd) => said(`the body ${shown(odd)}`, odd)),
    fc
      .constantFrom("", text.slice(0, -1), `\ufeff${text}`, `${text}x`, "[".repeat(20_000))
      .map((raw): Change => ({ what: `the text ${shown(raw)}`, headers: json, body: raw })),
    fc.constant<Change>({
      what: "bytes that are not UTF-8",
      headers: json,
      body: new Uint8Array(Buffer.from(text.replace(/[a-z]+"/i, '\xff\xfe"'), "latin1")),
    }),
  ];
}

/** The path of every field in a JSON value. */
function placesIn(value: unknown): string[][] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    [name],
    ...placesIn(inner).map((rest) => [name, ...rest]),
  ]);
}

/** A copy with another value at a path; undefined removes the field. */
function changed(value: unknown, [name = "", ...rest]: string[], to: unknown): unknown {
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[name] = rest.length === 0 ? to : changed(copy[name], rest, to);
  return copy;
}

/** A value, short enough for a report. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 50)}… (${text.length} characters)` : text;
}
