import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import type { Endpoint } from "@/lib/contracts/common/endpoint";
import { type FieldErrors, fieldError } from "@/lib/field-errors";
import { invalidBody, invalidFields, Problem } from "@/lib/problem";
import { fieldErrorsOf } from "./field-errors-of";

/** Returns the parsed value, or throws a 400 that names each invalid field. */
export function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  // The input value tells a missing field from an invalid one.
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw invalidFields(fieldErrorsOf(result.error.issues));
}

/**
 * Reads the query parameters, including unknown ones, which are ignored later. Throws a 400 for
 * repeated parameters: different readers would pick different values.
 */
export function readQuery(request: NextRequest): Record<string, string> {
  const query: Record<string, string> = {};
  const repeated: FieldErrors = {};
  for (const [name, value] of request.nextUrl.searchParams) {
    if (Object.hasOwn(query, name))
      repeated[name] = [fieldError("repeated", "must appear only once")];
    query[name] = value;
  }
  if (Object.keys(repeated).length > 0) throw invalidFields(repeated);
  return query;
}

/**
 * The whole body. The server has already read it and enforced its size limit (lib/server/body.ts).
 */
const readBytes = async (request: Request) => Buffer.from(await request.arrayBuffer());

export const readText = async (request: Request) => (await readBytes(request)).toString("utf8");

type RawBody = NonNullable<Endpoint["takes"]>;

/** Reads a non-JSON body of one of the contract's types. */
export async function readRaw(
  request: Request,
  { types, as }: RawBody,
): Promise<Uint8Array | string> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (!type || !types.includes(type)) {
    const named = types.join(", ").replace(/, ([^,]+)$/, " or $1");
    throw new Problem("unsupported-media-type", `The body must be ${named}.`);
  }
  const bytes = await readBytes(request);
  return as === "bytes" ? bytes : bytes.toString("utf8");
}

/**
 * An escaped NUL in JSON (not an escaped backslash followed by `u0000`). PostgreSQL cannot store
 * it.
 */
const nul = /(?<!\\)(?:\\\\)*\\u0000/;

/** Reads the body as JSON. Returns undefined for an empty body where the contract allows one. */
export async function readJson(request: Request, { optional = false } = {}): Promise<unknown> {
  const text = await readText(request);
  if (optional && text === "") return undefined;
  if (nul.test(text)) {
    throw invalidBody(fieldError("null-character", "must not contain the NUL character"));
  }
  try {
    return JSON.parse(text);
  } catch {
    throw invalidBody(fieldError("json", "must be JSON"));
  }
}
