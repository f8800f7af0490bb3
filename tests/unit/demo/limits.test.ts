import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { request } from "@/scripts/demo/api.mjs";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
  vi.restoreAllMocks();
});

async function aGreenroom(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  closing.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const limited = JSON.stringify({ code: "too-many-requests", detail: "Too many attempts." });

test("when others have used up a limit, the demo says so, waits and continues", async () => {
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  let asked = 0;
  const address = await aGreenroom((_, response) => {
    asked++;
    if (asked === 1) response.writeHead(429, { "retry-after": "1" }).end(limited);
    else response.end('{"done":true}');
  });
  expect(await request(address, "POST", "/auth/sign-up", { body: {} })).toEqual({ done: true });
  expect(asked).toBe(2);
  expect(said.mock.calls.join()).toContain("Too many attempts. The demo continues in 1 s at the");
});

test("any other refusal is final", async () => {
  let asked = 0;
  const address = await aGreenroom((_, response) => {
    asked++;
    response.writeHead(409).end('{"code":"handle-taken","detail":"Taken."}');
  });
  await expect(request(address, "POST", "/auth/sign-up", {})).rejects.toMatchObject({
    status: 409,
    code: "handle-taken",
  });
  expect(asked).toBe(1);
});
