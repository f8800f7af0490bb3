import { connect } from "node:net";
import { setInterval } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { postChat } from "@/lib/contracts/chat";
import { roomAuth } from "@/lib/contracts/guests";
import { viewerPass } from "@/lib/contracts/tokens";
import { type AnotherApp, anotherApp } from "@/tests/support/api/another-app";
import { addressOf, Client } from "@/tests/support/api/client";
import { closeStreams, follow } from "@/tests/support/api/event-stream";
import { anAccount, anInvite, endShows, type Person } from "@/tests/support/api/factories";
import { aBomb } from "@/tests/support/api/pictures";
import { server } from "@/tests/support/api/server";
import { until } from "@/tests/support/api/until";
import { type Answered, Sender } from "@/tests/support/faults/sender";
import { ShowUnderFlood, type Statuses } from "@/tests/support/faults/show-under-flood";
import { aFreePort } from "@/tests/support/free-port";

const speakers = 50;

let app: AnotherApp;
let show: ShowUnderFlood;
let people: Person[];
let metricsPort: number;
const usual = server.url;

beforeAll(async () => {
  metricsPort = await aFreePort();
  app = await anotherApp({ APP_PROCESSES: "1", METRICS_PORT: String(metricsPort) });
  process.env.BASE_URL = app.url;
  people = await inTurn(speakers, 8, (n) => anAccount(`Speaker ${n}`));
  show = await ShowUnderFlood.begins(app);
});

afterAll(async () => {
  show?.ends();
  await endShows();
  process.env.BASE_URL = usual;
  await app?.stop();
});

/** Makes this many calls, several at once. */
async function inTurn<T>(times: number, atOnce: number, call: (n: number) => Promise<T>) {
  const made: T[] = [];
  let next = 0;
  const work = async () => {
    while (next < times) made.push(await call(next++));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return made;
}

/** A refusal for now has to say how long it lasts. */
function statusesOf(answers: readonly Answered[]): Statuses {
  const statuses: Statuses = new Map();
  for (const { status, retryAfter } of answers) {
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status === 429 || status === 503) expect(retryAfter).toBeGreaterThan(0);
  }
  return statuses;
}

const times = <T>(count: number, make: (n: number) => T) =>
  Array.from({ length: count }, (_, n) => make(n));

test("200 knocks in a burst", async () => {
  const invite = await anInvite(show.host, show.mint);
  const sender = new Sender(app.url, 200);
  const body = JSON.stringify({ inviteToken: invite.token, guestName: "Grace" });
  await show.bears({ name: "200 knocks", allowed: [200, 409, 429] }, async () =>
    statusesOf(await inTurn(200, 200, () => sender.send(new Client(), roomAuth.path, { body }))),
  );
  sender.close();
});

test("500 chat messages a second from 50 accounts", async () => {
  const sender = new Sender(app.url, speakers);
  const path = addressOf(postChat, { params: { mint: show.mint }, body: { text: "" } });
  const body = JSON.stringify({ text: "Flood" });
  await show.bears({ name: "500 messages a second", allowed: [201, 429] }, async () => {
    const answers: Promise<Answered>[] = [];
    for await (const _ of setInterval(100)) {
      answers.push(...people.map(({ api }) => sender.send(api, path, { body })));
      if (answers.length >= 2_500) break;
    }
    return statusesOf(await Promise.all(answers));
  });
  sender.close();
});

test("5,000 tokens from five addresses", async () => {
  const callers = Array.from({ length: 5 }, () => new Client());
  const sender = new Sender(app.url, 50);
  const path = addressOf(viewerPass, { params: { mint: show.mint } });
  await show.bears({ name: "5,000 tokens", allowed: [200, 429] }, async () =>
    statusesOf(await inTurn(5_000, 100, (n) => sender.send(callers[n % 5] as Client, path))),
  );
  sender.close();
});

test("2,000 event streams", async () => {
  const callers = Array.from({ length: 4 }, () => new Client());
  await show.bears({ name: "2,000 event streams", allowed: [200, 429] }, async () => {
    const streams = await inTurn(2_100, 50, (n) => follow(callers[n % 4] as Client, show.mint));
    await until("all are open", async () => (await eventStreams()) === 2_000);
    closeStreams();
    await until("all are closed", async () => (await eventStreams()) === 0);
    return statusesOf(
      streams.map(({ status, headers }) => ({
        status,
        retryAfter: Number(headers.get("retry-after")),
      })),
    );
  });
});

async function eventStreams(): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  return Number(/^greenroom_event_streams (\d+)$/m.exec(text)?.[1]);
}

test("bodies of 10 MiB", async () => {
  const body = "x".repeat(10 * 2 ** 20);
  const sender = new Sender(app.url, 20);
  const { api } = people[0] as Person;
  const targets = [
    ["POST", "/auth/login", "application/json"],
    ["POST", `/livestreams/${show.mint}/chat`, "application/json"],
    ["PUT", `/livestreams/${show.mint}/cover`, "image/png"],
    ["PUT", "/auth/my-profile/picture", "image/png"],
  ] as const;
  // 0: the client has not read the answer before the app hung up on the rest of the body.
  const flood = { name: "200 bodies of 10 MiB", allowed: [413, 0] };
  const statuses = await show.bears(flood, async () =>
    statusesOf(
      await inTurn(200, 20, (n) => {
        const [method, path, type] = targets[n % 4] as (typeof targets)[number];
        const headers: Record<string, string> = { "content-type": type };
        if (n % 8 < 4) headers["transfer-encoding"] = "chunked";
        return sender.send(api, path, { method, headers, body });
      }),
    ),
  );
  expect(statuses.get(413)).toBeGreaterThan(100);
  sender.close();
});

test("picture bombs, and pictures of the largest size allowed", async () => {
  const [bomb, largest] = [aBomb(), aBomb(2_449)];
  const sender = new Sender(app.url, 100);
  const flood = { name: "200 pictures and bombs", allowed: [200, 400, 429] };
  await show.bears(flood, async () =>
    statusesOf(
      await inTurn(200, 100, (n) => {
        const { api } = people[n % 10] as Person;
        const headers = { "content-type": "image/png" };
        const body = n % 4 === 0 ? bomb : largest;
        return sender.send(api, "/auth/my-profile/picture", { method: "PUT", headers, body });
      }),
    ),
  );
  sender.close();
});

/** Sends a head, then a little every second; resolves once the connection is closed. */
function drips(head: string, rest: string, hangUp?: AbortSignal): Promise<Answered> {
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(app.port, "127.0.0.1");
    socket.setEncoding("latin1");
    const drip = globalThis.setInterval(() => socket.write(rest), 1_000);
    hangUp?.addEventListener("abort", () => socket.destroy());
    socket.on("connect", () => head && socket.write(head));
    socket.on("data", (chunk) => {
      heard += chunk;
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      clearInterval(drip);
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0);
      resolve({ status, retryAfter: null });
    });
  });
}

test("requests sent drop by drop on 300 connections", async () => {
  const head = `POST /auth/login HTTP/1.1\r\nHost: localhost:${app.port}\r\nContent-Type: application/json\r\n`;
  await show.bears({ name: "300 slow connections", allowed: [408] }, async () => {
    const over = new AbortController();
    const bodies = times(100, () =>
      drips(`${head}Content-Length: 60000\r\n\r\n`, "x", over.signal),
    );
    const headers = [
      ...times(100, () => drips(head, "X: y\r\n")),
      ...times(100, () => drips("", "")),
    ];
    const statuses = statusesOf(await Promise.all(headers));
    over.abort();
    await Promise.all(bodies);
    return statuses;
  });
});

test("the memory is back after all floods", () => show.rests());
