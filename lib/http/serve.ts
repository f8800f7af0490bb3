import "server-only";
import type { Endpoint, Method } from "@/lib/contracts/common/endpoint";
import { Problem } from "@/lib/problem";
import { logged } from "./log-request";
import { openToOtherOrigins, preflightHeaders } from "./other-origins";
import { problemResponse, type Route } from "./route";

type Handler = Route["answer"];
type Served = Record<Method | "OPTIONS", Handler>;

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/**
 * The exports of a route file: its contracts by method. Next would answer other methods with an
 * empty 405; here they get a problem like every other refusal.
 */
export function serve(...routes: Route[]): Served {
  const contracts = routes.map(({ contract }) => contract);
  const open = contracts.filter(({ ownPagesOnly }) => !ownPagesOnly);
  const served = new Map(routes.map((each) => [each.contract.method, each]));
  // Next serves HEAD with the GET handler.
  const allow = [...served.keys(), ...(served.has("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");

  const refuse: Handler = async ({ method }) => {
    const response = problemResponse(
      new Problem("method-not-allowed", `This URL doesn’t support ${method}.`),
    );
    response.headers.set("Allow", allow);
    return response;
  };
  const options: Handler = async ({ headers }) => {
    const told = new Headers(preflightHeaders(open, headers.get("access-control-request-method")));
    told.set("Allow", allow);
    return new Response(null, { status: 204, headers: told });
  };
  const path = contracts[0]?.path ?? "";
  const finished = (handler: Handler, isOpen = open.length > 0): Handler =>
    logged(path, async (request, params) => {
      const response = await handler(request, params);
      for (const [name, types] of acceptedBy(contracts)) response.headers.set(name, types);
      return isOpen ? openToOtherOrigins(request, response) : response;
    });

  const answers = methods.map((method) => {
    const found = served.get(method);
    return [
      method,
      found ? finished(found.answer, !found.contract.ownPagesOnly) : finished(refuse),
    ];
  });
  // About a method that other origins may not use, a preflight learns nothing.
  const asksForOwn = ({ headers }: Parameters<Handler>[0]) =>
    contracts.some(
      ({ method, ownPagesOnly }) =>
        ownPagesOnly && method === headers.get("access-control-request-method"),
    );
  const preflight: Handler = (request, params) =>
    finished(options, open.length > 0 && !asksForOwn(request))(request, params);
  return { ...Object.fromEntries(answers), OPTIONS: preflight };
}

/**
 * Advertises the non-JSON body types of this URL (required by RFC 9725, and by RFC 5789 for PATCH).
 */
const acceptedBy = (contracts: Endpoint[]) =>
  contracts.flatMap(({ method, takes }) => {
    if (!takes || (method !== "POST" && method !== "PATCH")) return [];
    const header = method === "POST" ? "Accept-Post" : "Accept-Patch";
    return [[header, takes.types.join(", ")] as const];
  });
