import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { appContext, type Context } from "@/lib/context";
import { type Endpoint, nothing } from "@/lib/contracts/common/endpoint";
import { hasLostDatabase } from "@/lib/db/bus";
import { lostDatabase, namesDeletedAccount } from "@/lib/db/errors";
import { Problem } from "@/lib/problem";
import { type ActorBehind, admit, admitVisitor, type VisitorBehind } from "./access";
import { databaseUnavailable } from "./database-unavailable";
import { noteCause } from "./log-request";
import { parse, readJson, readQuery, readRaw } from "./parse";

type Handled<E extends Endpoint, Who> = {
  context: Context;
  actor: Who;
  params: z.output<E["params"]>;
  query: z.output<E["query"]>;
  body: z.output<E["body"]>;
  request: NextRequest;
};

/** A response with its own status or headers. Most handlers return just the body. */
export class Reply<T> {
  constructor(
    readonly body: T,
    readonly init: { status?: number; headers?: HeadersInit } = {},
  ) {}
}

type Declared<E extends Endpoint, Who> = {
  contract: E;
  handle: (
    input: Handled<E, Who>,
  ) => Promise<z.input<E["response"]> | Reply<z.input<E["response"]>>>;
};

type Params = { params: Promise<Record<string, string>> };
/** A contract and its handler, in the shape Next calls. */
export type Route = {
  contract: Endpoint;
  answer: (request: NextRequest, params: Params) => Promise<Response>;
};

/** The order for every request: access (401) → parse (400) → use case → response → problem. */
export const route = <E extends Endpoint>(declared: Declared<E, ActorBehind[E["access"]]>): Route =>
  routeFor(declared, (contract, request) => admit<E["access"]>(contract, request));

/** The same for use cases that load the account and the requested data in one statement. */
export const visitorRoute = <E extends Endpoint & { access: keyof VisitorBehind }>(
  declared: Declared<E, VisitorBehind[E["access"]]>,
): Route => routeFor(declared, (contract, request) => admitVisitor<E["access"]>(contract, request));

type Admit<E extends Endpoint, Who> = (contract: E, request: NextRequest) => Promise<Who>;

function routeFor<E extends Endpoint, Who>(
  declared: Declared<E, Who>,
  admitTo: Admit<E, Who>,
): Route {
  return {
    contract: declared.contract,
    answer: async (request, { params }) => {
      try {
        return await answer(declared, admitTo, request, await params);
      } catch (error) {
        return problemResponse(error);
      }
    },
  };
}

async function answer<E extends Endpoint, Who>(
  { contract, handle }: Declared<E, Who>,
  admitTo: Admit<E, Who>,
  request: NextRequest,
  rawParams: Record<string, string>,
): Promise<Response> {
  const actor = await admitTo(contract, request);
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
  } as Handled<E, Who>;
  const result = await handle(input);
  return present(contract, result instanceof Reply ? result : new Reply(result));
}

function readBody({ body, takes }: Endpoint, request: NextRequest): Promise<unknown> {
  if (takes) return readRaw(request, takes);
  return readJson(request, { optional: body.safeParse(undefined).success });
}

function present({ response, produces, status }: Endpoint, { body, init }: Reply<unknown>) {
  const headers = withNoStore(init.headers);
  const given = { status: init.status ?? status, headers };
  // Parsed on the way out too: fields that the contract does not name never leave the server.
  const parsed = response.parse(body);
  if (produces === "application/json") return Response.json(parsed, given);
  if (parsed === null || parsed === "") return new Response(null, given);
  if (!headers.has("Content-Type")) headers.set("Content-Type", produces);
  return new Response(parsed as BodyInit, given);
}

function withNoStore(given?: HeadersInit): Headers {
  const headers = new Headers(given);
  // Responses contain tokens and personal data, so no cache may keep them unless a handler says
  // otherwise.
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  return headers;
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (namesDeletedAccount(error)) return new Problem("not-signed-in", "This account was deleted.");
  if (lostDatabase(error) || hasLostDatabase()) return databaseUnavailable();
  return new Problem("internal-error", "Something went wrong on our side. Try again.");
}

/** Any error as `application/problem+json`. Details of unexpected errors appear only in the log. */
export function problemResponse(error: unknown): Response {
  const problem = problemOf(error);
  const headers = withNoStore({ "Content-Type": "application/problem+json" });
  if (problem.status === 401) headers.set("WWW-Authenticate", "Bearer");
  const { retryAfterSeconds } = problem.extra;
  if (retryAfterSeconds) headers.set("Retry-After", String(retryAfterSeconds));
  const response = new Response(JSON.stringify(problem.toBody()), {
    status: problem.status,
    headers,
  });
  if (problem !== error) noteCause(response, error);
  return response;
}
