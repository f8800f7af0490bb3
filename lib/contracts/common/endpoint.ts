import { z } from "zod";
import type { ProblemCode } from "@/lib/problem";
import type { Scope } from "./scopes";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Who a URL is for; what it may do with which livestream is the use case's question.
 *
 * - `public`: no credential is read.
 * - `anyone`: an account when there is one, else nobody; a guest may be known by their cookie.
 * - `account`: somebody signed in, or an API key with the contract's scope.
 * - `person`: somebody signed in; no API key.
 * - `operator`: an admin of this installation, signed in or by an API key with the scope.
 * - `encoder`: whoever has a livestream's stream key.
 */
export type AccessRule = "public" | "anyone" | "account" | "person" | "operator" | "encoder";

/** A body that is no JSON: its media types, how a handler gets it, and its size at most. */
type RawBody = { types: readonly string[]; as: "bytes" | "text"; maxBytes: number };

type Example<Params, Query, Body, Response> = {
  params?: Params;
  query?: Query;
  body?: Body;
  response: Response;
};

/**
 * One URL's contract: the route, the browser client, the OpenAPI document and the tests read this
 * same object.
 *
 * `path` writes its parameters in braces, as the seeds do: `/livestreams/{mint}`.
 * `status` is the one status of success; a handler answers another by `Reply`, and names it in
 * `otherStatus`.
 * `takes` is for a body that is no JSON, `produces` for an answer that is none: bytes or text as
 * they stand, where null is an answer without a body.
 * `scope` is what an API key needs here; null where keys are refused or mean nothing.
 * `headers` are the request headers it reads beside `Authorization` and `Content-Type`.
 * `lenient` ignores fields of a JSON body that the contract does not name, which are refused
 * otherwise: for the endpoints of the documents that this API follows, whose clients send more.
 * `ownPagesOnly` refuses pages of other origins, even without cookies.
 * `errors` are the refusals of the use case; those of access and parsing every URL has anyway.
 */
export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
  M extends Method = Method,
  Path extends string = string,
  A extends AccessRule = AccessRule,
> = {
  method: M;
  path: Path;
  summary: string;
  access: A;
  scope: Scope | null;
  status: number;
  otherStatus: number | null;
  takes: RawBody | null;
  produces: string;
  headers: readonly string[];
  lenient: boolean;
  ownPagesOnly: boolean;
  params: Params;
  query: Query;
  body: Body;
  response: Response;
  errors: readonly ProblemCode[];
  example: Example<z.input<Params>, z.input<Query>, z.input<Body>, z.input<Response>>;
};

/** What a URL that takes no parameters, no query or no body declares. */
export const nothing = z.undefined();

type Declared<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> = {
  summary: string;
  status?: number;
  otherStatus?: number;
  takes?: RawBody;
  produces?: string;
  headers?: readonly string[];
  lenient?: boolean;
  ownPagesOnly?: boolean;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
  scope: Scope | null;
  errors: readonly ProblemCode[];
  example: Example<z.input<P>, z.input<Q>, z.input<B>, z.input<R>>;
};

export function endpoint<
  Response extends z.ZodType,
  const M extends Method,
  const Path extends string,
  const A extends AccessRule,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  contract: Declared<Params, Query, Body, Response> & { method: M; path: Path; access: A },
): Endpoint<Params, Query, Body, Response, M, Path, A> {
  const defaults = {
    status: 200,
    otherStatus: null,
    takes: null,
    produces: "application/json",
    headers: [],
    lenient: false,
    ownPagesOnly: false,
    params: nothing,
    query: nothing,
    body: nothing,
  };
  const whole = { ...defaults, ...contract };
  const body = whole.lenient ? whole.body : strict(whole.body);
  return { ...whole, body } as Endpoint<Params, Query, Body, Response, M, Path, A>;
}

/** The same body, which refuses fields that it does not name. */
const strict = (body: z.ZodType): z.ZodType => (body instanceof z.ZodObject ? body.strict() : body);
