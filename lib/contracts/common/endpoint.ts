import { z } from "zod";
import type { ProblemCode } from "@/lib/problem";
import { bodyMaxBytes } from "./limits";
import type { Scope } from "./scopes";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * The callers a URL accepts. The use case decides which livestreams they may access.
 *
 * - `public`: credentials are ignored.
 * - `anyone`: signed in or anonymous. A guest can be identified by their cookie.
 * - `account`: signed in, or an API key with the contract's scope.
 * - `person`: signed in. API keys are refused.
 * - `admin`: an admin of this installation, signed in. API keys are refused.
 * - `operator`: an admin of this installation, signed in or with an API key that has the scope.
 * - `encoder`: an encoder with a livestream's stream key.
 */
export type AccessRule =
  | "public"
  | "anyone"
  | "account"
  | "person"
  | "admin"
  | "operator"
  | "encoder";

/** A body other than JSON: its media types, the type a handler receives, and its maximum size. */
type RawBody = { types: readonly string[]; as: "bytes" | "text"; maxBytes: number };

type Example<Params, Query, Body, Response> = {
  params?: Params;
  query?: Query;
  body?: Body;
  response: Response;
};

/**
 * One URL's contract, shared by the route, the browser client, the OpenAPI document and the tests.
 *
 * `path` has its parameters in braces, as the seeds do: `/livestreams/{mint}`.
 * `status` is the usual success status. A handler can return `otherStatus` with a `Reply`.
 * `takes` describes a body other than JSON, `produces` a response other than JSON: raw bytes or text,
 * or null for a response without a body.
 * `maxBytes` is the maximum size of a JSON body.
 * `scope` is the scope an API key needs; null where keys are refused or have no meaning.
 * `headers` are the request headers it reads besides `Authorization` and `Content-Type`.
 * `lenient` ignores unknown fields of a JSON body, which are otherwise refused. It is for the endpoints
 * of the documents that this API follows, whose clients send more fields.
 * `ownPagesOnly` refuses pages of other origins, even without cookies.
 * `errors` are the use case's errors. Errors of access and parsing are added by `refusalsOf`.
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
  maxBytes: number;
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

/** For a URL without parameters, query or body. */
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
  maxBytes?: number;
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
    maxBytes: bodyMaxBytes,
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

/** The same body, but refusing unknown fields. */
const strict = (body: z.ZodType): z.ZodType => (body instanceof z.ZodObject ? body.strict() : body);
