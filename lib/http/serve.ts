import "server-only";
import type { NextRequest } from "next/server";
import type { Method } from "@/lib/contracts/endpoint";
import { Problem } from "@/lib/problem";
import { fromAnySite } from "./from-any-site";
import { problemResponse, type Route } from "./route";

type Handler = Route["answer"];
type Served = Record<Method | "OPTIONS", Handler>;

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/**
 * The exports of a route file: its contracts by their methods. Next would answer the other methods
 * with an empty 405; here they are refused in the words of every other refusal.
 */
export function serve(...routes: Route[]): Served {
  const served = new Map(routes.map(({ contract, answer }) => [contract.method, answer]));
  // Next answers HEAD by GET.
  const allow = [...served.keys(), ...(served.has("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const open = routes.some(({ contract }) => contract.access === "encoder");
  const refuse: Handler = async ({ method }: NextRequest) => {
    const response = problemResponse(
      new Problem("method-not-allowed", `This URL does not answer ${method}.`),
    );
    response.headers.set("Allow", allow);
    return response;
  };
  const options: Handler = async () =>
    new Response(null, { status: 204, headers: { Allow: allow } });
  const byMethod = [
    ...methods.map((method) => [method, served.get(method) ?? refuse] as const),
    ["OPTIONS", options] as const,
  ].map(([method, handler]) => [method, open ? fromAnySite(handler, allow) : handler]);
  return Object.fromEntries(byMethod);
}
