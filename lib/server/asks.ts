import type { IncomingMessage } from "node:http";

export const reads = ({ method }: IncomingMessage) => method === "GET" || method === "HEAD";

/** A person's browser that opens an address, or whoever reads pages. */
export const takesPage = ({ headers }: IncomingMessage) =>
  /\btext\/html\b/.test(headers.accept ?? "");
