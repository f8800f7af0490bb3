import type { z } from "zod";

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
> = {
  method: Method;
  path: string;
  summary: string;
  status: number;
  params?: Params;
  query?: Query;
  body?: Body;
  response: Response;
};

export function endpoint<
  Response extends z.ZodType,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  contract: Omit<Endpoint<Params, Query, Body, Response>, "status"> & { status?: number },
): Endpoint<Params, Query, Body, Response> {
  return { status: 200, ...contract };
}
