import { randomBytes } from "node:crypto";
import { type IncomingMessage, request } from "node:http";
import type { Socket } from "node:net";
import { RoomServiceClient } from "livekit-server-sdk";
import { server } from "./server";
import { claimsOf } from "./tokens";
import { until } from "./until";

/** LiveKit's own view of a room, to compare with the rows. */
export const roomService = () =>
  new RoomServiceClient(server.livekitUrl, server.livekitApiKey, server.livekitApiSecret);

/** The participants of a room; empty if there is no such room. */
export const participantsOf = (room: string) =>
  roomService()
    .listParticipants(room)
    .catch((error: { status?: number }) => {
      if (error.status === 404) return [];
      throw error;
    });

export const inRoom = async (room: string, identity: string) =>
  (await participantsOf(room)).find((each) => each.identity === identity);

/** A connection to LiveKit's signal, without media: enough to be listed in the room for a minute. */
export type Signal = {
  status: 101;
  /** Resolves when the server has closed the connection. */
  closed: Promise<void>;
  /** The newest token that LiveKit has sent, which a client would reconnect with. */
  refreshedToken: () => Promise<string>;
  /** Whether these bytes, such as a name or a track, have arrived on the signal. */
  hasHeard: (text: string) => boolean;
  hangUp: () => void;
};
type Refused = { status: number };

type Options = {
  base?: string;
  path?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
};

const open = new Set<Socket>();

/** Closes the connections that a file's tests left open. */
export function hangUpAll(): void {
  for (const socket of open) socket.destroy();
}

/** Opens the signal WebSocket (RFC 6455) through the app, as LiveKit's browser SDK does. */
export function openSignal(
  token: string | null,
  { base = server.url, path = "/rtc", query = {}, headers = {} }: Options = {},
): Promise<Signal | Refused> {
  const search = new URLSearchParams({ auto_subscribe: "1", sdk: "js", protocol: "16", ...query });
  if (token !== null) search.set("access_token", token);
  const upgrade = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": randomBytes(16).toString("base64"),
  };
  return new Promise((resolve, reject) => {
    // A new connection each time, as in browsers: the proxy closes a refused one.
    const asked = request(`${base}${path}?${search}`, {
      agent: false,
      headers: { ...upgrade, ...headers },
    });
    asked.setTimeout(10_000, () => asked.destroy(new Error("the signal connection hangs")));
    asked.on("error", reject);
    asked.on("response", (answer: IncomingMessage) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0 });
    });
    asked.on("upgrade", (_, socket: Socket, head: Buffer) => resolve(signalOver(socket, head)));
    asked.end();
  });
}

/** Opens the signal and waits until LiveKit lists the participant. */
export async function connected(token: string, options?: Options): Promise<Signal> {
  const signal = await openSignal(token, options);
  const { sub: identity, video } = claimsOf(token);
  const room = video.room ?? "";
  if (!("closed" in signal)) throw new Error(`the signal was refused: ${signal.status}`);
  await until(`${identity} is in ${room}`, async () =>
    (await participantsOf(room)).some((participant) => participant.identity === identity),
  );
  return signal;
}

function signalOver(socket: Socket, head: Buffer): Signal {
  open.add(socket);
  socket.setTimeout(0);
  // The messages are protobuf, but a JWT in them is plain ASCII and can be found without a decoder.
  let heard = head.toString("latin1");
  socket.on("data", (chunk: Buffer) => {
    heard += chunk.toString("latin1");
  });
  socket.on("error", () => socket.destroy());
  const closed = new Promise<void>((resolve) => {
    socket.on("close", () => {
      open.delete(socket);
      resolve();
    });
    // A well-behaved server sends a close frame and waits for the other side to hang up.
    socket.on("end", () => socket.destroy());
  });
  return {
    status: 101,
    closed,
    refreshedToken: () =>
      until("LiveKit sends a refreshed token", () =>
        heard.match(/eyJ[\w-]{10,}\.eyJ[\w-]+\.[\w-]{43}/g)?.at(-1),
      ),
    hasHeard: (text) => heard.includes(Buffer.from(text).toString("latin1")),
    hangUp: () => socket.destroy(),
  };
}
