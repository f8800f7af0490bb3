import { say } from "./say";

/**
 * Why there was no response. Only what the browser knows about its own connection is said about it:
 * it may as well be the server.
 */
export const unreachable = (): string =>
  say(navigator.onLine ? "problems.unreachable" : "problems.offline");
