import { expect, test } from "vitest";
import { liveKitConfig } from "@/scripts/launcher/livekit-config.mjs";

const base = {
  port: 20001,
  udpPort: 20002,
  tcpPort: 20003,
  mediaAddress: "127.0.0.1",
  apiKey: "key",
  apiSecret: "secret",
  webhookUrl: "http://127.0.0.1:3000/livekit/webhook",
  logLevel: "info",
};

function config(mediaAddress: string) {
  return JSON.parse(liveKitConfig({ ...base, mediaAddress }));
}

test("by default nothing listens beyond loopback", () => {
  const { bind_addresses, rtc } = config("127.0.0.1");
  expect(bind_addresses).toEqual(["127.0.0.1"]);
  expect(rtc).toMatchObject({
    udp_port: base.udpPort,
    tcp_port: 0,
    node_ip: "127.0.0.1",
    ips: { includes: ["127.0.0.1/32"] },
    enable_loopback_candidate: true,
    use_external_ip: false,
  });
});

test("an address that only a router has opens UDP and TCP for it to forward to", () => {
  const { bind_addresses, rtc } = config("203.0.113.7");
  expect(bind_addresses).toEqual(["127.0.0.1"]);
  expect(rtc).toMatchObject({ node_ip: "203.0.113.7", udp_port: 20002, tcp_port: 20003 });
  expect(rtc.ips).toBeUndefined();
  expect(rtc.enable_loopback_candidate).toBe(false);
});

// Browsers take packets from a STUN server's port for its answers: media would never get through.
test.each(["127.0.0.1", "203.0.113.7", "2001:db8::7"])(
  "no public STUN server is named for %s, and not the media port either",
  (mediaAddress) => {
    const host = mediaAddress.includes(":") ? `[${mediaAddress}]` : mediaAddress;
    expect(config(mediaAddress).rtc.stun_servers).toEqual([`${host}:9`]);
  },
);

test("rooms are made by the app only, and it hears of what happens in them", () => {
  const { room, webhook, development } = config("127.0.0.1");
  expect(room.auto_create).toBe(false);
  expect(webhook).toEqual({ api_key: "key", urls: [base.webhookUrl] });
  expect(development).toBeUndefined();
});
