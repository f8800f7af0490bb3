import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { whyUnready } from "@/lib/console/check";
import { whyNot } from "@/scripts/demo/greenroom.mjs";

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server with these JSON answers by path; 404 for the rest. */
async function answering(answers: Record<string, object>): Promise<string> {
  const server = createServer(({ url = "" }, response) => {
    const answer = answers[url];
    response.statusCode = answer ? 503 : 404;
    response.end(JSON.stringify(answer ?? {}));
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("the check and the demo say whether a Greenroom answers, and why it is not ready", async () => {
  const ready = await answering({ "/readyz": { ready: true } });
  expect([await whyUnready(ready), await whyNot(ready)]).toEqual([null, null]);
  const stopping = await answering({ "/readyz": { ready: false, reason: "draining" } });
  expect(await whyUnready(stopping)).toBe("The app answers but isn’t ready: draining.");
  expect(await whyNot(stopping)).toBe(`The Greenroom at ${stopping} isn’t ready: draining.`);
  const nowhere = "http://127.0.0.1:9";
  expect(await whyUnready(nowhere)).toBe(`The app isn’t responding at ${nowhere}.`);
  expect(await whyNot(nowhere)).toBe(`There is no Greenroom at ${nowhere}.`);
});

test("the demo tells an older Greenroom from another server", async () => {
  const older = await answering({ "/healthz": { database: "ok", livekit: "ok" } });
  expect(await whyNot(older)).toBe(`The Greenroom at ${older} is older than this demo. Update it.`);
  const other = await answering({});
  expect(await whyNot(other)).toBe(`There is no Greenroom at ${other}.`);
});
