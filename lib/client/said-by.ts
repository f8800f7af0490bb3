import { ApiError } from "./api";

/** What to tell a person about a failed request. */
export const saidBy = (error: unknown): string =>
  error instanceof ApiError ? error.message : "Something went wrong in this page. Try again.";
