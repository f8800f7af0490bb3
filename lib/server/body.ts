import "server-only";
import { IncomingMessage } from "node:http";
import { allContracts } from "@/lib/contracts/all";
import { bodyMaxBytes } from "@/lib/contracts/limits";
import { Problem } from "@/lib/problem";

const larger = allContracts.flatMap(({ contract: { method, path, takes } }) => {
  if (!takes) return [];
  const pattern = path.replace(/[.]/g, "\\.").replace(/\{\w+\}/g, "[^/]+");
  return [{ method, path: new RegExp(`^${pattern}/?$`), maxBytes: takes.maxBytes }];
});

/** The most that a body may be, by the contract of its URL; one limit for every other URL. */
export function bodyLimit(method: string | undefined, pathname: string): number {
  const own = larger.find((each) => each.method === method && each.path.test(pathname));
  return own?.maxBytes ?? bodyMaxBytes;
}

/** How long a client whose body is too large is listened to, so that it reads why. */
const lingerMs = 2_000;

const hasBody = ({ headers }: IncomingMessage) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/**
 * The request with its whole body, which was counted while it arrived: Next keeps what it is sent
 * until somebody reads it, however much that is.
 *
 * @throws {Problem} 413, as soon as the limit is known to be passed
 */
export async function withBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<IncomingMessage> {
  if (!hasBody(request)) return request;
  return holding(request, await readBody(request, maxBytes));
}

function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const refuse = () => {
      chunks.length = 0;
      request.removeAllListeners("data");
      linger(request);
      const most = `${Math.floor(maxBytes / 1024)} KiB`;
      reject(new Problem("body-too-large", `The body may have at most ${most}.`));
    };
    if (Number(request.headers["content-length"] ?? 0) > maxBytes) return refuse();
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > maxBytes) refuse();
    });
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", reject);
  });
}

function linger(request: IncomingMessage): void {
  request.resume();
  const hangUp = setTimeout(() => request.socket.destroy(), lingerMs);
  request.once("end", () => clearTimeout(hangUp)).once("close", () => clearTimeout(hangUp));
}

/** The same request for a reader to whom the body has yet to come. */
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
