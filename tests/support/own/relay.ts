import { connect, createServer, type Server, type Socket } from "node:net";
import { afterAll } from "vitest";

export type Relay = {
  url: string;
  /** Every open connection goes dead silently: nothing passes, and nobody hangs up. */
  goSilent: () => void;
  /** Breaks the next connection as soon as its client sends this text, before the server reads it. */
  breakAt: (text: string) => void;
  /** Identifies the open connections to the database. */
  portsToServer: () => number[];
  /** How many connections are open. */
  standing: () => number;
};

/** A connection to the database that can break in the ways real ones do. */
export async function relayTo(databaseUrl: string): Promise<Relay> {
  const { hostname, port } = new URL(databaseUrl);
  const pairs = new Set<{ client: Socket; server: Socket }>();
  const silent: Socket[] = [];
  let trap: string | null = null;
  const relay: Server = createServer((client) => {
    const pair = { client, server: connect(Number(port), hostname) };
    pairs.add(pair);
    for (const end of [pair.client, pair.server]) {
      end.on("error", () => undefined);
      end.on("close", () => {
        pairs.delete(pair);
        pair.client.destroy();
        pair.server.destroy();
      });
    }
    pair.server.on("data", (chunk) => client.write(chunk));
    client.on("data", (chunk) => {
      if (trap === null || !chunk.includes(trap)) return pair.server.write(chunk);
      trap = null;
      return client.destroy();
    });
  });
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    for (const end of [...silent, ...[...pairs].map(({ client }) => client)]) end.destroy();
    relay.close();
  });
  const address = relay.address();
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  return {
    url: url.href,
    goSilent: () => {
      for (const { client, server } of pairs) {
        for (const end of [client, server]) end.removeAllListeners("data").pause();
        silent.push(client, server);
      }
      pairs.clear();
    },
    breakAt: (text) => {
      trap = text;
    },
    portsToServer: () => [...pairs].flatMap(({ server }) => server.localPort ?? []),
    standing: () => pairs.size,
  };
}
