import type { IncomingMessage } from "node:http";

export const reads = ({ method }: IncomingMessage) => method === "GET" || method === "HEAD";

/** Whether the request accepts an HTML page: browsers and crawlers. */
export const takesPage = ({ headers }: IncomingMessage) =>
  /\btext\/html\b/.test(headers.accept ?? "");
