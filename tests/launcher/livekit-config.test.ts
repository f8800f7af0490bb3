import { BlockList, isIPv6 } from "node:net";
import { describe, expect, test } from "vitest";
import { liveKitConfig } from "@/scripts/launcher/services/livekit-config.mjs";
import { chooseAddress, mediaAddresses } from "@/scripts/launcher/services/own-address.mjs";

const base = {
  port: 20001,
  udpPort: 20002,
  tcpPort: 20003,
  apiKey: "key",
  apiSecret: "secret",
  webhookUrl: "http://127.0.0.1:3000/livekit/webhook",
  logLevel: "info",
};

function config(...mediaAddresses: [string, ...string[]]) {
  return JSON.parse(liveKitConfig({ ...base, mediaAddresses }));
}

test("by default media arrives on loopback and at this machine's own address, and TCP nowhere", async () => {
  const addresses = await mediaAddresses(null);
  const { bind_addresses, rtc } = config(...addresses);
  expect(addresses[0]).toBe("127.0.0.1");
  expect(bind_addresses).toEqual(["127.0.0.1"]);
  expect(rtc).toMatchObject({
    udp_port: base.udpPort,
    tcp_port: 0,
    ips: { includes: addresses.map((address) => `${address}/${isIPv6(address) ? 128 : 32}`) },
    enable_loopback_candidate: true,
    use_external_ip: false,
  });
});

test("of two addresses LiveKit advertises both, and discovers none with STUN", () => {
  const { rtc } = config("127.0.0.1", "fd00::7");
  expect(rtc.node_ip).toBeUndefined();
  expect(rtc.use_ice_lite).toBe(true);
  expect(rtc.ips).toEqual({ includes: ["127.0.0.1/32", "fd00::7/128"] });
});

test("on loopback alone, nothing listens outside this machine", () => {
  const { rtc } = config("127.0.0.1");
  expect(rtc).toMatchObject({ tcp_port: 0, node_ip: "127.0.0.1" });
  expect(rtc.ips).toEqual({ includes: ["127.0.0.1/32"] });
});

test("an address that only a router has opens UDP and TCP for it to forward to", () => {
  const { bind_addresses, rtc } = config("203.0.113.7");
  expect(bind_addresses).toEqual(["127.0.0.1"]);
  expect(rtc).toMatchObject({ node_ip: "203.0.113.7", udp_port: 20002, tcp_port: 20003 });
  expect(rtc.ips).toBeUndefined();
  expect(rtc.enable_loopback_candidate).toBe(false);
});

// Browsers refuse a STUN server at a port such as 9, and with it the whole connection. And they take
// packets from a STUN server's port for its answers: media from there would never get through.
test.each<[string, [string, ...string[]], string]>([
  ["loopback", ["127.0.0.1"], "127.0.0.1:3478"],
  ["a set address", ["203.0.113.7"], "203.0.113.7:3478"],
  ["one of IPv6", ["2001:db8::7"], "[2001:db8::7]:3478"],
  ["the default", ["127.0.0.1", "192.168.1.7"], "192.168.1.7:3478"],
])("for %s the STUN server is neither a public one nor the media port", (_, addresses, server) => {
  expect(config(...addresses).rtc.stun_servers).toEqual([server]);
});

test("there is no TURN server, unless a certificate is set", () => {
  expect(config("203.0.113.7").turn).toBeUndefined();
});

test("the TURN server leads to LiveKit's own media address and nowhere else", () => {
  const turn = { domain: "turn.example.com", certFile: "/c.pem", keyFile: "/k.pem", port: 5349 };
  const { turn: made } = JSON.parse(
    liveKitConfig({ ...base, turn, mediaAddresses: ["192.168.1.7"] }),
  );
  expect(made).toMatchObject({
    ...{ enabled: true, domain: "turn.example.com", tls_port: 5349 },
    ...{ cert_file: "/c.pem", key_file: "/k.pem" },
    allow_restricted_peer_cidrs: ["192.168.1.7/32"],
  });
  expect(made.udp_port).toBeUndefined();
  const networks: string[] = made.deny_peer_cidrs;
  const denied = new BlockList();
  for (const network of networks.slice(0, -1)) {
    const [address = "", bits] = network.split("/");
    denied.addSubnet(address, Number(bits));
  }
  expect(denied.check("192.168.1.7")).toBe(false);
  const others = ["192.168.1.6", "192.168.1.8", "0.0.0.0", "255.255.255.255", "203.0.113.7"];
  for (const address of others) expect(denied.check(address), address).toBe(true);
  expect(networks.at(-1)).toBe("::/0");
});

describe("this machine's own address", () => {
  const loopback = { address: "127.0.0.1", family: "IPv4" };
  const bridge = { address: "172.17.0.1", family: "IPv4" };
  const network = { address: "192.168.1.7", family: "IPv4" };
  const ipv6 = { address: "fd00::7", family: "IPv6" };
  const linkLocal = { address: "fe80::7", family: "IPv6" };
  test.each<[string, (string | null)[], (typeof loopback)[], string | null]>([
    [
      "that of the default route",
      ["192.168.1.7", "fd00::7"],
      [bridge, ipv6, network],
      "192.168.1.7",
    ],
    ["IPv6 where only that leads out", [null, "fd00::7"], [bridge, ipv6], "fd00::7"],
    ["any in a network without a way out", [null, null], [loopback, ipv6, network], "192.168.1.7"],
    ["none without a network", [null, null], [loopback, linkLocal], null],
  ])("is %s", (_, routed, entries, chosen) => {
    expect(chooseAddress(routed, entries)).toBe(chosen);
  });
});

test("only the app creates rooms, and it receives their events", () => {
  const { room, webhook, development } = config("127.0.0.1");
  expect(room.auto_create).toBe(false);
  expect(webhook).toEqual({ api_key: "key", urls: [base.webhookUrl] });
  expect(development).toBeUndefined();
});
