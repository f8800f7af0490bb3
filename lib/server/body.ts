import "server-only";
import { IncomingMessage } from "node:http";
import { allContracts } from "@/lib/contracts/all";
import { bodyMaxBytes } from "@/lib/contracts/common/limits";
import { Problem } from "@/lib/problem";

const larger = allContracts.flatMap(({ contract: { method, path, takes, maxBytes: ofJson } }) => {
  const maxBytes = takes?.maxBytes ?? ofJson;
  if (maxBytes === bodyMaxBytes) return [];
  const pattern = path.replace(/[.]/g, "\\.").replace(/\{\w+\}/g, "[^/]+");
  return [{ method, path: new RegExp(`^${pattern}/?$`), maxBytes }];
});

/** The largest body allowed: the contract's limit for its URL, otherwise the general limit. */
export function bodyLimit(method: string | undefined, pathname: string): number {
  const own = larger.find((each) => each.method === method && each.path.test(pathname));
  return own?.maxBytes ?? bodyMaxBytes;
}

/**
 * How long to keep reading from a client whose body is too large, so that it receives the reason.
 */
const lingerMs = 2_000;

const hasBody = ({ headers }: IncomingMessage) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/**
 * The request with its whole body, counted while it arrived. Next would buffer a body of any size
 * until it is read.
 *
 * @throws {Problem} 413, as soon as the limit is known to be exceeded
 */
export async function withBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<IncomingMessage> {
  if (!hasBody(request)) return request;
  return holding(request, await readBody(request, maxBytes));
}

type Arriving = {
  bytes: Buffer;
  size: number;
  maxBytes: number;
  refuse: (why: Problem) => void;
};

/** Bodies that are still arriving, oldest first. */
const arriving = new Set<Arriving>();
let heldBytes = 0;
/**
 * The limit across all connections. When it is exceeded, the oldest body is dropped: stalled bodies
 * are the attack.
 */
const heldMaxBytes = 64 * 1024 * 1024;

function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      if (arriving.delete(body)) heldBytes -= body.bytes.length;
      request.removeAllListeners("data");
    };
    const refuse = (why: Problem) => {
      settle();
      linger(request);
      reject(why);
    };
    const body: Arriving = { bytes: Buffer.alloc(0), size: 0, maxBytes, refuse };
    const most = `${Math.floor(maxBytes / 1024)} KiB`;
    const tooLarge = () =>
      new Problem("body-too-large", `This is too large. The limit is ${most}.`);
    if (Number(request.headers["content-length"] ?? 0) > maxBytes) return refuse(tooLarge());
    arriving.add(body);
    request.on("data", (chunk: Buffer) => {
      if (body.size + chunk.length > maxBytes) return refuse(tooLarge());
      append(body, chunk);
      makeRoom();
    });
    request.on("end", () => {
      settle();
      resolve(body.bytes.subarray(0, body.size));
    });
    request.on("error", (error) => {
      settle();
      reject(error);
    });
  });
}

/** Collects chunks in one buffer: kept separately, a one-byte chunk would cost about sixty more. */
function append(body: Arriving, chunk: Buffer): void {
  const size = body.size + chunk.length;
  if (size > body.bytes.length) {
    const doubled = Math.min(2 * body.bytes.length, body.maxBytes);
    const grown = Buffer.allocUnsafe(Math.max(size, doubled));
    body.bytes.copy(grown, 0, 0, body.size);
    heldBytes += grown.length - body.bytes.length;
    body.bytes = grown;
  }
  chunk.copy(body.bytes, body.size);
  body.size = size;
}

function makeRoom(): void {
  for (const oldest of arriving) {
    if (heldBytes <= heldMaxBytes) return;
    oldest.refuse(
      new Problem("too-many-requests", "Too many uploads are in progress. Try again.", {
        retryAfterSeconds: 10,
      }),
    );
  }
}

function linger(request: IncomingMessage): void {
  request.resume();
  const hangUp = setTimeout(() => request.socket.destroy(), lingerMs);
  request.once("end", () => clearTimeout(hangUp)).once("close", () => clearTimeout(hangUp));
}

/** The same request, with the body queued again for its reader. */
function holding(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } =
    request;
  const held = new IncomingMessage(request.socket);
  delete headers["transfer-encoding"];
  Object.assign(held, { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  held.headers = { ...headers, "content-length": String(body.length) };
  held.complete = true;
  held.push(body);
  held.push(null);
  return held;
}
