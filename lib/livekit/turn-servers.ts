import "server-only";
import { env } from "@/lib/env";

const answerWithinMs = 5_000;

/**
 * The TURN servers in the first message of LiveKit's signal connection, where it lists those for the
 * client. Opening it makes the token's holder a participant for a moment.
 *
 * @throws if LiveKit does not answer, or refuses the token
 */
export async function turnServersFor(token: string): Promise<string[]> {
  const url = new URL("/rtc", env().livekitUrl.replace(/^http/, "ws"));
  url.search = String(new URLSearchParams({ access_token: token, protocol: "16", sdk: "js" }));
  const socket = new WebSocket(url);
  socket.binaryType = "arraybuffer";
  try {
    return turnServersIn(await firstMessage(socket));
  } finally {
    socket.close();
  }
}

function firstMessage(socket: WebSocket): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error("LiveKit's signal connection did not answer"));
    socket.addEventListener("message", ({ data }) => resolve(new Uint8Array(data)));
    socket.addEventListener("error", fail);
    socket.addEventListener("close", fail);
    AbortSignal.timeout(answerWithinMs).addEventListener("abort", fail);
  });
}

/** The message is protobuf, in which an address is plain ASCII (RFC 7065: `turn:host:port`). */
export const turnServersIn = (message: Uint8Array): string[] => {
  const text = Buffer.from(message).toString("latin1");
  return [...new Set(text.match(/turns?:(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?/gi))];
};
