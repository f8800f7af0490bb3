import "server-only";
import type { Route } from "./route";

type Handler = Route["answer"];

/**
 * Lets pages of any site read the answers (CORS). Only for what reads no cookie: an encoder in a
 * browser gives its stream key itself, so that nothing is allowed here that curl could not do.
 */
export function fromAnySite(handler: Handler, methods: string): Handler {
  return async (request, params) => {
    const response = await handler(request, params);
    response.headers.set("Access-Control-Allow-Origin", "*");
    response.headers.set("Access-Control-Expose-Headers", "Location, ETag, Link, Retry-After");
    if (request.method === "OPTIONS") {
      response.headers.set("Access-Control-Allow-Methods", methods);
      response.headers.set("Access-Control-Allow-Headers", "Authorization, Content-Type, If-Match");
      response.headers.set("Access-Control-Max-Age", "86400");
    }
    return response;
  };
}
