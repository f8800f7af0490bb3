import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import type { Endpoint } from "@/lib/contracts/common/endpoint";
import { type FieldErrors, Problem } from "@/lib/problem";

/** The parsed value, or a 400 that names each wrong field. */
export function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // A map, since the sender chooses the names: `__proto__` is one.
  const found = new Map<string, string[]>();
  for (const { field, message } of result.error.issues.flatMap(complaints)) {
    found.set(field, [...(found.get(field) ?? []), message]);
  }
  const errors: FieldErrors = Object.fromEntries(found);
  const first = Object.entries(errors)[0];
  throw new Problem(
    "invalid-request",
    first ? `${first[0]}: ${first[1][0]}.` : "The request is not valid.",
    { errors },
  );
}

function complaints(issue: z.core.$ZodIssue): { field: string; message: string }[] {
  if (issue.code !== "unrecognized_keys") {
    return [{ field: issue.path.join(".") || "body", message: issue.message }];
  }
  const message = "is not a field of this request";
  return issue.keys.map((key) => ({ field: [...issue.path, key].join("."), message }));
}

/** Query parameters, those that nobody knows among them and ignored, each at most once: a repeated one means different things to different readers. */
export function readQuery(request: NextRequest): Record<string, string> {
  const query: Record<string, string> = {};
  const errors: FieldErrors = {};
  for (const [name, value] of request.nextUrl.searchParams) {
    if (Object.hasOwn(query, name)) errors[name] = ["must be given once"];
    query[name] = value;
  }
  const repeated = Object.keys(errors);
  if (repeated.length > 0) {
    throw new Problem("invalid-request", `${repeated[0]}: must be given once.`, { errors });
  }
  return query;
}

/** The whole body: the door has it already, and has held it to its limit (lib/server/body.ts). */
const readBytes = async (request: Request) => Buffer.from(await request.arrayBuffer());

export const readText = async (request: Request) => (await readBytes(request)).toString("utf8");

type RawBody = NonNullable<Endpoint["takes"]>;

/** A body that is no JSON, of one of the types that the contract takes. */
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

/** NUL as JSON writes it, after no backslash that stands for itself: PostgreSQL stores none. */
const nul = /(?<!\\)(?:\\\\)*\\u0000/;

/** The body as JSON; where a URL takes one or none, undefined is none. */
export async function readJson(request: Request, { optional = false } = {}): Promise<unknown> {
  const text = await readText(request);
  if (optional && text === "") return undefined;
  if (nul.test(text)) {
    throw new Problem("invalid-request", "The body must not contain the character NUL.", {
      errors: { body: ["must not contain the character NUL"] },
    });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem("invalid-request", "The body must be JSON.", {
      errors: { body: ["must be JSON"] },
    });
  }
}
