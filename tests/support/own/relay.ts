import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { afterAll } from "vitest";

export type Relay = {
  url: string;
  /** Every open connection goes dead silently: nothing passes, and nobody hangs up. */
  goSilent: () => void;
  /** The same, and new connections are accepted but never answered. */
  stall: () => void;
  /** Breaks every open connection and refuses new ones. */
  goAway: () => Promise<void>;
  /** Works again for new connections, and hangs up on silent ones. */
  comeBack: () => Promise<void>;
  /** Breaks the next connection as soon as its client sends this text, before the server reads it. */
  breakAt: (text: string) => void;
  /** Identifies the open connections to the server. */
  portsToServer: () => number[];
  /** How many connections are open. */
  standing: () => number;
};

/** A connection to the database, or to LiveKit, that can break in the ways real ones do. */
export async function relayTo(serverUrl: string): Promise<Relay> {
  const { hostname, port } = new URL(serverUrl);
  const pairs = new Set<{ client: Socket; server: Socket }>();
  const silent: Socket[] = [];
  let trap: string | null = null;
  let stalls = false;
  const relay: Server = createServer((client) => {
    if (stalls) return void silent.push(client.on("error", () => undefined).pause());
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
  const listen = async (at: number) => {
    relay.listen(at, "127.0.0.1");
    await once(relay, "listening");
    const address = relay.address();
    return typeof address === "object" && address ? address.port : 0;
  };
  const ownPort = await listen(0);
  const hangUp = () => {
    for (const end of [...silent.splice(0), ...[...pairs].map(({ client }) => client)]) {
      end.destroy();
    }
  };
  afterAll(() => {
    hangUp();
    relay.close();
  });
  const url = new URL(serverUrl);
  url.host = `127.0.0.1:${ownPort}`;
  const goSilent = () => {
    for (const { client, server } of pairs) {
      for (const end of [client, server]) end.removeAllListeners("data").pause();
      silent.push(client, server);
    }
    pairs.clear();
  };
  return {
    url: url.href,
    goSilent,
    stall: () => {
      stalls = true;
      goSilent();
    },
    goAway: async () => {
      const closed = once(relay, "close");
      relay.close();
      hangUp();
      await closed;
    },
    comeBack: async () => {
      stalls = false;
      for (const end of silent.splice(0)) end.destroy();
      if (!relay.listening) await listen(ownPort);
    },
    breakAt: (text) => {
      trap = text;
    },
    portsToServer: () => [...pairs].flatMap(({ server }) => server.localPort ?? []),
    standing: () => pairs.size,
  };
}
