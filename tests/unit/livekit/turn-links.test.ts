import { expect, test } from "vitest";
import { turnLinks } from "@/lib/livekit/whip";

const turn =
  'rel="ice-server"; username="1795:e_1"; credential="s3cret="; credential-type="password"';

test.each<[string, string, string[]]>([
  ["nothing", "", []],
  ["LiveKit's public STUN servers", '<stun:global.stun.twilio.com:3478>; rel="ice-server"', []],
  [
    "a TURN server, escaped once too often",
    '<turn:turn.example.com:3478%3Ftransport=udp>; credential="s3cret="; rel="ice-server"; username="1795:e_1"',
    [`<turn:turn.example.com:3478?transport=udp>; ${turn}`],
  ],
  [
    "a TURN server over TLS, as later versions write it, beside a STUN server",
    '<stun:a.example:9>; rel="ice-server", <turns:turn.example.com:443?transport=tcp>; rel="ice-server"; username="1795:e_1"; credential="s3cret="',
    [`<turns:turn.example.com:443?transport=tcp>; ${turn}`],
  ],
  ["an invalid URL", '<turn:x"\r\nSet-Cookie: a=b>; rel="ice-server"', []],
  ["an https URL", '<https://evil.example>; rel="ice-server"', []],
])("from %s, an encoder gets only valid TURN servers", (_, header, links) => {
  expect(turnLinks(header)).toEqual(links);
});
