import "server-only";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";

/** The parts of Next that this server calls. */
export type NextApp = {
  /** Whether pages are built on request. */
  dev: boolean;
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Development only: Next's hot-reload WebSocket. */
  upgrade: ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) | null;
};

export async function startNext({ host, port }: { host: string; port: number }): Promise<NextApp> {
  const dev = process.env.NODE_ENV === "development";
  // Next handles every upgrade of the server it is given. This one never listens and only receives
  // the upgrades meant for Next.
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
