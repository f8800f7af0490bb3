import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { type FieldErrors, Problem } from "@/lib/problem";

export const bodyLimitBytes = 64 * 1024;

/** The parsed value, or a 400 that names each wrong field. */
export function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors: FieldErrors = {};
  for (const issue of result.error.issues) {
    const field = issue.path.join(".") || "body";
    errors[field] = [...(errors[field] ?? []), issue.message];
  }
  const first = Object.entries(errors)[0];
  throw new Problem(
    "invalid-request",
    first ? `${first[0]}: ${first[1][0]}.` : "The request is not valid.",
    { errors },
  );
}

/** Query parameters, each at most once: a repeated one means different things to different readers. */
export function readQuery(request: NextRequest): Record<string, string> {
  const query: Record<string, string> = {};
  const errors: FieldErrors = {};
  for (const [name, value] of request.nextUrl.searchParams) {
    if (name in query) errors[name] = ["must be given once"];
    query[name] = value;
  }
  const repeated = Object.keys(errors);
  if (repeated.length > 0) {
    throw new Problem("invalid-request", `${repeated[0]}: must be given once.`, { errors });
  }
  return query;
}

/** The whole body as text, of at most 64 KiB, counted while it arrives. */
export async function readText(request: Request): Promise<string> {
  const tooLarge = () => new Problem("body-too-large", "The body may have at most 64 KiB.");
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimitBytes) throw tooLarge();
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > bodyLimitBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The body as text of exactly this type; what stands behind a semicolon is no part of it. */
export async function readTyped(request: NextRequest, type: string): Promise<string> {
  const given = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (given === type) return readText(request);
  throw new Problem("unsupported-media-type", `The body must be ${type}.`);
}

/** The body as JSON; where a URL takes one or none, undefined is none. */
export async function readJson(request: NextRequest, { optional = false } = {}): Promise<unknown> {
  const text = await readText(request);
  if (optional && text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem("invalid-request", "The body must be JSON.", {
      errors: { body: ["must be JSON"] },
    });
  }
}
