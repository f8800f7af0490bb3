import "server-only";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";

/** Next as this server calls it. */
export type NextApp = {
  /** Whether it builds each page when it is asked for. */
  dev: boolean;
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Only while developing, when Next itself has something to say over a WebSocket. */
  upgrade: ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) | null;
};

export async function startNext({ host, port }: { host: string; port: number }): Promise<NextApp> {
  const dev = process.env.NODE_ENV === "development";
  // Next takes every upgrade of the server that it is given; this one never listens, and hears of
  // those alone that are for Next.
  const upgrades = createServer();
  const app = next({ dev, dir: process.cwd(), hostname: host, port, httpServer: upgrades });
  await app.prepare();
  return {
    dev,
    answer: app.getRequestHandler(),
    upgrade: dev
      ? (request, socket, head) => void upgrades.emit("upgrade", request, socket, head)
      : null,
  };
}
