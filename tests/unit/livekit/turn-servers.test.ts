import { JoinResponse, SignalResponse } from "@livekit/protocol";
import { expect, test } from "vitest";
import { turnServersIn } from "@/lib/livekit/turn-servers";

const offering = (...urls: string[]) =>
  new SignalResponse({
    message: {
      case: "join",
      value: new JoinResponse({ iceServers: [{ urls, username: "turn", credential: "secret" }] }),
    },
  }).toBinary();

test("TURN servers are found in LiveKit's first message, once each, and STUN servers are not", () => {
  const udp = "turn:turn.example.com:3478?transport=udp";
  const tls = "turns:turn.example.com:443?transport=tcp";
  const six = "turn:[2001:db8::1]:3478";
  // Its length is the byte before it: a letter.
  const long = `turn:${"x".repeat(60)}.example.com`;
  const message = offering("stun:stun.example.com:3478", udp, udp, tls, six, long);
  expect(turnServersIn(message)).toEqual([
    ...["turn:turn.example.com:3478", "turns:turn.example.com:443", six, long],
  ]);
  expect(turnServersIn(offering("stun:stun.example.com"))).toEqual([]);
});
