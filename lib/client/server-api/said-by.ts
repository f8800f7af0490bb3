import { ApiError } from "./api";
import { say } from "./say";

/** What to tell a person about a failed request. */
export const saidBy = (error: unknown): string =>
  error instanceof ApiError ? error.message : say("problems.page");
