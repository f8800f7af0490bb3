import type { Client, Sent } from "../api/client";

export type Probed = {
  what: string;
  status: number;
  retryAfter: string | null;
  text: string;
  ms: number;
};

/** Sends a request and notes how long the answer took; status 0 if there was none. */
export async function probe(client: Client, path: string, sent: Sent = {}): Promise<Probed> {
  const startedAt = performance.now();
  const answer = await client.send(path, sent).catch(() => null);
  return {
    what: path,
    status: answer?.status ?? 0,
    retryAfter: answer?.headers.get("retry-after") ?? null,
    text: answer?.text ?? "",
    ms: Math.round(performance.now() - startedAt),
  };
}

/** What a browser sends to open a page. */
export const asPage: Sent = { headers: { accept: "text/html", "upgrade-insecure-requests": "1" } };

export const slowest = (all: readonly Probed[]): number => Math.max(...all.map(({ ms }) => ms));
