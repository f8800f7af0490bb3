import { expect, test } from "vitest";
import { clientAddress, peerHeader } from "@/lib/http/client-address";

const peer = "198.51.100.1";
const arriving = (forwarded?: string) =>
  new Headers({
    [peerHeader]: peer,
    ...(forwarded !== undefined && { "x-forwarded-for": forwarded }),
  });

test("without proxies it is the peer, whatever the client writes", () => {
  for (const forged of ["203.0.113.1", "203.0.113.1, 203.0.113.2", "", "::1", "x"]) {
    expect(clientAddress(arriving(forged), 0)).toBe(peer);
  }
});

test("behind proxies it is the address that the outermost trusted one saw", () => {
  const headers = arriving("1.1.1.1, 2.2.2.2, 3.3.3.3");
  expect(clientAddress(headers, 1)).toBe("3.3.3.3");
  expect(clientAddress(headers, 2)).toBe("2.2.2.2");
  expect(clientAddress(headers, 9), "more trusted proxies than there are").toBe("1.1.1.1");
});

test("when the proxy was bypassed it is the peer", () => {
  expect(clientAddress(arriving(), 1)).toBe(peer);
});

const networks: [string, string][] = [
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::6", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:0db8:0000:0000:ffff::", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["203.0.113.7:5000", "203.0.113.7"],
  ["203.0.113.7:5001", "203.0.113.7"],
  ["[::ffff:203.0.113.7]:5000", "203.0.113.7"],
  ["[2001:db8:1:2::6]:5000", "2001:db8:1:2::/64"],
  ["[2001:db8:1:2::6]", "2001:db8:1:2::/64"],
  ["", "unknown"],
  ["unknown", "unknown"],
  ["_hidden", "unknown"],
  ["203.0.113.7:x", "unknown"],
  ["203.0.113.999", "unknown"],
  ["[203.0.113.7", "unknown"],
];
for (const [address, network] of networks) {
  test(`${address} is counted as ${network}`, () => {
    expect(clientAddress(new Headers({ "x-forwarded-for": address }), 1)).toBe(network);
  });
}
