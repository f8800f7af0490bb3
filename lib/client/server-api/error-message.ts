import { ApiError } from "./api";
import { say } from "./say";

/** The message to show for a failed request. */
export const errorMessage = (error: unknown): string =>
  error instanceof ApiError ? error.message : say("problems.page");
