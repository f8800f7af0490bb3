import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { Client } from "@/tests/support/api/client";

// autocannon reads bodies as text, but a browser's page is compressed.

type Visit = {
  /** From sending the request to the last byte of the response. */
  ms: number;
  encoding: string;
  body: Buffer;
};

export type Visits = { visits: Visit[]; seconds: number };

const asBrowser = {
  accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
  "accept-encoding": "gzip, deflate, br",
  "accept-language": "en-US,en;q=0.9",
  "upgrade-insecure-requests": "1",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36",
};
/** On a machine that other programs use, 100 simultaneous visitors wait long. */
const patienceMs = 60_000;

/**
 * Opens a page many times over several connections. Each visitor is new: without a cookie, from their own
 * address.
 *
 * @throws if a response is not 200
 */
export async function visitAll(url: string, count: number, connections: number): Promise<Visits> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const visits: Visit[] = [];
  let left = count;
  const visitInTurn = async () => {
    while (left > 0) {
      left -= 1;
      visits.push(await visit(url, agent));
    }
  };
  const startedAt = performance.now();
  try {
    await Promise.all(Array.from({ length: connections }, visitInTurn));
    return { visits, seconds: (performance.now() - startedAt) / 1_000 };
  } finally {
    left = 0;
    agent.destroy();
  }
}

async function visit(url: string, agent: Agent): Promise<Visit> {
  const headers = { ...asBrowser, "x-forwarded-for": new Client().address };
  const startedAt = performance.now();
  const asked = request(url, { agent, headers });
  asked.setTimeout(patienceMs, () => asked.destroy());
  asked.end();
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  // Read before it is judged: an unread response that breaks off would end the bench.
  const body = await buffer(answer);
  const ms = performance.now() - startedAt;
  const { statusCode, headers: told } = answer;
  if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}`);
  return { ms, encoding: told["content-encoding"] ?? "identity", body };
}

/**
 * The token in each page.
 *
 * @throws if a page has none, or two have the same
 */
export function passesIn({ visits }: Visits): string[] {
  const passes = visits.map(passIn);
  if (new Set(passes).size < passes.length) throw new Error("two visitors have the same pass");
  return passes;
}

const decoders: Record<string, (body: Buffer) => Buffer> = {
  identity: (body) => body,
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

function passIn({ body, encoding }: Visit): string {
  const html = decoders[encoding]?.(body).toString() ?? "";
  // Before the show it is inside a string of the page's script, where quotes are escaped.
  const token = /"token\\?":\\?"([\w-]+\.[\w-]+\.[\w-]+)/.exec(html)?.[1];
  if (!token) throw new Error(`a page has no pass in it: ${html.slice(0, 400)}`);
  return token;
}
