import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { appContext, type Context } from "@/lib/context";
import { type Endpoint, nothing } from "@/lib/contracts/endpoint";
import { log } from "@/lib/log";
import { Problem } from "@/lib/problem";
import { type ActorBehind, admit } from "./access";
import { parse, readJson, readQuery, readTyped } from "./parse";

type Handled<E extends Endpoint> = {
  context: Context;
  actor: ActorBehind[E["access"]];
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

type Declared<E extends Endpoint> = {
  contract: E;
  handle: (input: Handled<E>) => Promise<z.input<E["response"]> | Reply<z.input<E["response"]>>>;
};

type Params = { params: Promise<Record<string, string>> };
/** One contract with its handler, as Next calls it. */
export type Route = {
  contract: Endpoint;
  answer: (request: NextRequest, params: Params) => Promise<Response>;
};

/** What happens to a request: always access (401) → parse (400) → use case → response → problem. */
export function route<E extends Endpoint>(declared: Declared<E>): Route {
  return {
    contract: declared.contract,
    answer: async (request, { params }) => {
      try {
        return await answer(declared, request, await params);
      } catch (error) {
        return problemResponse(error);
      }
    },
  };
}

async function answer<E extends Endpoint>(
  { contract, handle }: Declared<E>,
  request: NextRequest,
  rawParams: Record<string, string>,
): Promise<Response> {
  const actor = await admit(contract, request);
  const given = {
    params: contract.params === nothing ? undefined : rawParams,
    query: contract.query === nothing ? undefined : readQuery(request),
    body: contract.body === nothing ? undefined : await readBody(contract, request),
  };
  const input = {
    context: appContext(),
    actor,
    params: parse(contract.params, given.params),
    query: parse(contract.query, given.query),
    body: parse(contract.body, given.body),
    request,
  } as Handled<E>;
  const result = await handle(input);
  const reply = result instanceof Reply ? result : new Reply(result);
  const status = reply.init.status ?? contract.status;
  const headers = withNoStore(reply.init.headers);
  // Parsed on the way out too: a field that the contract does not name never leaves.
  const body = contract.response.parse(reply.body);
  if (contract.produces === "application/json") return Response.json(body, { status, headers });
  if (body === "") return new Response(null, { status, headers });
  headers.set("Content-Type", contract.produces);
  return new Response(String(body), { status, headers });
}

async function readBody({ consumes, body }: Endpoint, request: NextRequest): Promise<unknown> {
  if (consumes !== "application/json") return readTyped(request, consumes);
  return readJson(request, { optional: body.safeParse(undefined).success });
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
