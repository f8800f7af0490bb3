import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { appContext, type Context } from "@/lib/context";
import { type Endpoint, nothing } from "@/lib/contracts/endpoint";
import { log } from "@/lib/log";
import { Problem } from "@/lib/problem";
import type { Access } from "./access";
import { parse, readJson, readQuery } from "./parse";

type Handled<A, E extends Endpoint> = {
  context: Context;
  actor: A;
  params: z.output<E["params"]>;
  query: z.output<E["query"]>;
  body: z.output<E["body"]>;
  request: NextRequest;
};

/** An answer with a status or headers of its own; most handlers return just the body. */
export class Reply<T> {
  constructor(
    readonly body: T,
    readonly init: { status?: number; headers?: HeadersInit } = {},
  ) {}
}

type Route<A extends Actor | null, E extends Endpoint> = {
  contract: E;
  access: Access<A>;
  handle: (input: Handled<A, E>) => Promise<z.input<E["response"]> | Reply<z.input<E["response"]>>>;
};

/** What Next calls: always access (401) → parse (400) → use case → response schema → problem. */
export function route<A extends Actor | null, E extends Endpoint>(declared: Route<A, E>) {
  return async (
    request: NextRequest,
    { params }: { params: Promise<Record<string, string>> },
  ): Promise<Response> => {
    try {
      return await answer(declared, request, await params);
    } catch (error) {
      return problemResponse(error);
    }
  };
}

async function answer<A extends Actor | null, E extends Endpoint>(
  { contract, access, handle }: Route<A, E>,
  request: NextRequest,
  rawParams: Record<string, string>,
): Promise<Response> {
  const actor = await access(request);
  const given = {
    params: contract.params === nothing ? undefined : rawParams,
    query: contract.query === nothing ? undefined : readQuery(request),
    body: contract.body === nothing ? undefined : await readJson(request),
  };
  const input = {
    context: appContext(),
    actor,
    params: parse(contract.params, given.params),
    query: parse(contract.query, given.query),
    body: parse(contract.body, given.body),
    request,
  } as Handled<A, E>;
  const result = await handle(input);
  const reply = result instanceof Reply ? result : new Reply(result);
  // Parsed on the way out too: a field that the contract does not name never leaves.
  return Response.json(contract.response.parse(reply.body), {
    status: reply.init.status ?? contract.status,
    headers: withNoStore(reply.init.headers),
  });
}

function withNoStore(headers?: HeadersInit): Headers {
  const result = new Headers(headers);
  // Tokens and personal answers alike: nothing between us and the client keeps a copy.
  result.set("Cache-Control", "no-store");
  return result;
}

/** Any error as `application/problem+json`; what is not a Problem is logged and says nothing. */
export function problemResponse(error: unknown): Response {
  const problem =
    error instanceof Problem
      ? error
      : new Problem("internal-error", "Something went wrong on our side. Try again.");
  if (problem !== error) log.error("a request failed", error);
  const headers = withNoStore({ "Content-Type": "application/problem+json" });
  if (problem.status === 401) headers.set("WWW-Authenticate", "Bearer");
  const { retryAfterSeconds } = problem.extra;
  if (retryAfterSeconds) headers.set("Retry-After", String(retryAfterSeconds));
  return new Response(JSON.stringify(problem.toBody()), { status: problem.status, headers });
}
