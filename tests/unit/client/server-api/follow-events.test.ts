import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { type Following, followEvents } from "@/lib/client/server-api/follow-events";
import { isStale, type LiveUpdates } from "@/lib/client/server-api/live-updates";

const open: { server?: Server; following?: Following } = {};

afterEach(async () => {
  open.following?.stop();
  open.server?.closeAllConnections();
  await new Promise((closed) => open.server?.close(closed));
});

/** Follows a server that answers like this; returns what the page knows. */
async function follow(answer: RequestListener) {
  const server = createServer(answer);
  open.server = server;
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const known = { events: [] as string[], states: [] as LiveUpdates[] };
  const following = followEvents({
    url: `http://127.0.0.1:${port}/events`,
    onEvent: (name, data) => known.events.push(`${name} ${data}`),
    onState: (state) => known.states.push(state),
  });
  open.following = following;
  return { ...known, ...following };
}

const begin = (response: ServerResponse) =>
  response.writeHead(200, { "Content-Type": "text/event-stream" }).flushHeaders();

it("reconnects after a proxy's 502, reports it meanwhile, and requests what came after the last event", async () => {
  const asked: (string | undefined)[] = [];
  const { events, states, wake } = await follow((request, response) => {
    asked.push(request.headers["last-event-id"] as string | undefined);
    if (asked.length === 2) return response.writeHead(502).end("Bad gateway");
    begin(response);
    response.write(`id: ${asked.length}\nevent: knock\ndata: "${asked.length}"\n\n`);
    if (asked.length === 1) response.end();
  });
  await vi.waitFor(() => expect(states.some(isStale)).toBe(true), { timeout: 10_000 });
  wake();
  await vi.waitFor(() => expect(events).toEqual(['knock "1"', 'knock "3"']));
  expect(asked).toEqual([undefined, "1", "1"]);
  await vi.waitFor(() => expect(states.at(-1)?.name).toBe("open"));
});

it("is up to date once something arrives, not when only the connection is open", async () => {
  let answered: ServerResponse | undefined;
  const { states } = await follow((_, response) => {
    answered = response;
    begin(response);
  });
  await vi.waitFor(() => expect(answered).toBeDefined());
  expect(states).toEqual([]);
  answered?.write(": still here\n\n");
  await vi.waitFor(() => expect(states.at(-1)?.name).toBe("open"));
});

it("reconnects immediately when the network is back, whatever delay the server asked for", async () => {
  let asked = 0;
  const { events, states, wake } = await follow((_, response) => {
    asked += 1;
    if (asked === 1) return response.writeHead(429, { "Retry-After": "50" }).end();
    begin(response);
    response.write('event: knock\ndata: "here"\n\n');
  });
  await vi.waitFor(() =>
    expect(states.at(-1)).toMatchObject({ name: "waiting", atLeastMs: 50_000 }),
  );
  wake();
  await vi.waitFor(() => expect(events).toEqual(['knock "here"']));
});
