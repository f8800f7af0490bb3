import { expect } from "vitest";
import type { ProblemBody, ProblemCode } from "@/lib/problem";
import type { Answer } from "./client";

// Written out, not imported: the contract sets these titles, whatever the code has.
const titles: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  410: "Gone",
  412: "Precondition Failed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  428: "Precondition Required",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  503: "Service Unavailable",
};

/** Expects this refusal, in the form that all refusals share. */
export function expectProblem(answer: Answer, status: number, code?: ProblemCode): ProblemBody {
  expect(answer.status, answer.text.slice(0, 120)).toBe(status);
  expect(answer.body).toMatchObject({ status, title: titles[status], ...(code && { code }) });
  const problem = answer.body as ProblemBody;
  expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(problem.detail).toMatch(/\S/);
  const sentences = Object.entries(problem.fieldErrors ?? {}).map(([field, all]) => [
    field,
    all.map(({ message }) => message),
  ]);
  expect(Object.fromEntries(sentences)).toEqual(problem.errors ?? {});
  if (status === 429) {
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(problem.retryAfterSeconds).toBe(Number(answer.headers.get("retry-after")));
  }
  return problem;
}
