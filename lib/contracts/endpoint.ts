import { z } from "zod";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * One URL's contract: the route, the browser client and the tests read this same object.
 *
 * `path` writes its parameters in braces, as the seeds do: `/livestreams/{mint}`.
 * `status` is the one status of success; a handler answers another by `reply(status, body)`.
 */
export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
  M extends Method = Method,
  Path extends string = string,
> = {
  method: M;
  path: Path;
  summary: string;
  status: number;
  params: Params;
  query: Query;
  body: Body;
  response: Response;
};

/** What a URL that takes no parameters, no query or no body declares. */
export const nothing = z.undefined();

type Declared<P, Q, B, R, M, Path> = {
  method: M;
  path: Path;
  summary: string;
  status?: number;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
};

export function endpoint<
  Response extends z.ZodType,
  const M extends Method,
  const Path extends string,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  contract: Declared<Params, Query, Body, Response, M, Path>,
): Endpoint<Params, Query, Body, Response, M, Path> {
  const defaults = { status: 200, params: nothing, query: nothing, body: nothing };
  return { ...defaults, ...contract } as Endpoint<Params, Query, Body, Response, M, Path>;
}
