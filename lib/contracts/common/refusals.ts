import type { ProblemCode } from "@/lib/problem";
import type { Endpoint } from "./endpoint";

/** Every error code a URL can return: from the server's door, access, parsing and its use case. */
export function refusalsOf(contract: Endpoint): ProblemCode[] {
  const { access, method, takes, errors } = contract;
  // Any address can be unreadable, whether or not the URL takes parameters.
  const codes = new Set<ProblemCode>(["internal-error", "database-unavailable", "invalid-request"]);
  if (access === "encoder") codes.add("invalid-stream-key").add("too-many-requests");
  else if (access !== "public") {
    codes.add("not-signed-in").add("session-expired").add("missing-scope");
  }
  if (access === "operator" || access === "admin") codes.add("not-allowed");
  if (method !== "GET" && access !== "encoder") codes.add("cross-site-request");
  // The door measures a body before it knows whether the URL takes one.
  if (method !== "GET") codes.add("body-too-large");
  if (takes) codes.add("unsupported-media-type");
  for (const code of errors) codes.add(code);
  return [...codes];
}
