import { createServer, request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientAddress, notePeers } from "@/lib/http/client-address";

let port: number;
let seen: Headers[] = [];
const server = createServer((asked, answer) => {
  seen.push(new Headers(asked.headers as Record<string, string>));
  answer.end();
});

beforeAll(async () => {
  notePeers();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  port = address.port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function arrives(headers: Record<string, string>): Promise<Headers> {
  seen = [];
  await new Promise<void>((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", headers }, (answer) => {
      answer.resume().on("end", resolve);
    });
    asked.on("error", reject).end();
  });
  return seen[0] as Headers;
}

test("without proxies it is the peer, whatever the client writes", async () => {
  for (const forged of ["203.0.113.1", "203.0.113.1, 203.0.113.2", "", "::1", "x"]) {
    const headers = await arrives({ "x-forwarded-for": forged, "x-peer": "203.0.113.9" });
    expect(clientAddress(headers, 0)).toBe("127.0.0.1");
  }
});

test("the peer's header has a name that cannot be guessed and a value that cannot be set", async () => {
  const headers = await arrives({});
  const name = [...headers.keys()].find((each) => each.startsWith("x-peer-")) ?? "";
  expect(name).toMatch(/^x-peer-[\da-f-]{36}$/);
  expect(clientAddress(await arrives({ [name]: "203.0.113.1" }), 0)).toBe("127.0.0.1");
});

test("behind proxies it is whom the outermost trusted one saw", async () => {
  const headers = await arrives({ "x-forwarded-for": "1.1.1.1, 2.2.2.2, 3.3.3.3" });
  expect(clientAddress(headers, 1)).toBe("3.3.3.3");
  expect(clientAddress(headers, 2)).toBe("2.2.2.2");
  expect(clientAddress(headers, 9), "more trusted than there are").toBe("1.1.1.1");
});

test("behind a proxy that was passed by it is the peer", async () => {
  expect(clientAddress(await arrives({}), 1)).toBe("127.0.0.1");
});

const networks: [string, string][] = [
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::6", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:0db8:0000:0000:ffff::", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
];
for (const [address, network] of networks) {
  test(`${address} is counted as ${network}`, () => {
    expect(clientAddress(new Headers({ "x-forwarded-for": address }), 1)).toBe(network);
  });
}
