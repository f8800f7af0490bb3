import type { ProblemCode } from "@/lib/problem";
import { type Endpoint, nothing } from "./endpoint";

/** Every error code a URL can return: from access, parsing and its use case. */
export function refusalsOf(contract: Endpoint): ProblemCode[] {
  const { access, method, params, query, body, takes, errors } = contract;
  const codes = new Set<ProblemCode>(["internal-error", "database-unavailable"]);
  if (access === "encoder") codes.add("invalid-stream-key").add("too-many-requests");
  else if (access !== "public") {
    codes.add("not-signed-in").add("session-expired").add("missing-scope");
  }
  if (access === "operator" || access === "admin") codes.add("not-allowed");
  if (method !== "GET" && access !== "encoder") codes.add("cross-site-request");
  if ([params, query, body].some((part) => part !== nothing)) codes.add("invalid-request");
  if (body !== nothing) codes.add("body-too-large");
  if (takes) codes.add("unsupported-media-type");
  for (const code of errors) codes.add(code);
  return [...codes];
}
