import type { z } from "zod";
import type { Endpoint } from "@/lib/contracts/common/endpoint";
import type { ProblemBody, ProblemCode } from "@/lib/problem";
import { wordsOf } from "./problem-words";
import { say } from "./say";
import { noteServerTime } from "./server-clock";
import { unreachable } from "./unreachable";

type Given<S extends z.ZodType, Key extends string> =
  undefined extends z.input<S> ? { [K in Key]?: z.input<S> } : { [K in Key]: z.input<S> };

type Input<E extends Endpoint> = Given<E["params"], "params"> &
  Given<E["query"], "query"> &
  Given<E["body"], "body">;

/**
 * A refusal by the server, or `offline` if there was no response. `message` can be shown to people.
 */
export class ApiError extends Error {
  constructor(
    readonly code: ProblemCode | "offline",
    message: string,
    readonly problem: ProblemBody | null = null,
  ) {
    super(message);
    this.name = "ApiError";
  }
}

/**
 * Calls one URL of the contract. The contract is passed as a type, so that pages do not download
 * the schemas: `call<typeof postChat>("POST", "/livestreams/{mint}/chat", { params, body })`.
 *
 * @throws ApiError
 */
export async function call<E extends Endpoint>(
  method: E["method"],
  path: E["path"],
  input: Input<E>,
  signal?: AbortSignal,
): Promise<z.output<E["response"]>> {
  const { params, query, body } = input as {
    params?: Record<string, unknown>;
    query?: Record<string, unknown>;
    body?: unknown;
  };
  const url = fill(path, params ?? {}) + search(query ?? {});
  const response = await send(url, {
    method,
    signal,
    headers: body === undefined ? undefined : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw await refusal(response);
  return response.json();
}

/** Uploads a file as the raw body to a URL of the contract. @throws ApiError */
export async function upload<E extends Endpoint>(
  method: E["method"],
  path: E["path"],
  { params, body }: { params: z.input<E["params"]>; body: Blob },
): Promise<z.output<E["response"]>> {
  const headers = { "Content-Type": body.type };
  const url = fill(path, params as Record<string, unknown>);
  const response = await send(url, { method, headers, body });
  if (!response.ok) throw await refusal(response);
  return response.json();
}

const fill = (path: string, params: Record<string, unknown>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));

function search(query: Record<string, unknown>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const sentMs = Date.now();
  try {
    const response = await fetch(url, init);
    noteServerTime(response, sentMs);
    return response;
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError("offline", unreachable());
  }
}

async function refusal(response: Response): Promise<ApiError> {
  const problem: ProblemBody | null = await response.json().catch(() => null);
  return problem?.code
    ? new ApiError(problem.code, wordsOf(problem), problem)
    : new ApiError("internal-error", say("problems.codes.internal-error"));
}
