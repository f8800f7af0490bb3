import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { wrong } from "@/lib/field-errors";

const sdpMaxBytes = 64 * 1024;
const session = z.string().regex(/^[A-Za-z0-9]{8,40}$/, wrong("id", "must be a session's id"));

const has = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).length;

/**
 * Only offers that LiveKit can use. It answers others late and leaves behind a participant that never
 * connects. A WHIP client sends at most one video and one audio track (RFC 9725, 4.2).
 */
const offer = z
  .string()
  .refine((text) => /^v=0\r?\n/.test(text), wrong("sdp", "must be an SDP offer"))
  .refine(
    (text) => has(text, /^m=(audio|video) /gm) > 0,
    wrong("sdp", "must offer video or audio, with an m= line for it"),
  )
  .refine(
    (text) => has(text, /^m=audio /gm) <= 1 && has(text, /^m=video /gm) <= 1,
    wrong("sdp", "must offer at most one video and one audio track"),
  )
  .refine(
    (text) => has(text, /^a=ice-ufrag:\S/gm) > 0 && has(text, /^a=fingerprint:\S/gm) > 0,
    wrong("sdp", "must have a=ice-ufrag and a=fingerprint"),
  )
  .refine((text) => has(text, /^a=recvonly\r?$/gm) === 0, wrong("sdp", "must send, not receive"));

const exampleSession = "9fKqWz3TbXyPv7HnC2sLdM";
const exampleOffer = [
  "v=0",
  "o=- 4215775240449105457 2 IN IP4 127.0.0.1",
  "s=-",
  "t=0 0",
  "a=group:BUNDLE 0",
  "m=video 9 UDP/TLS/RTP/SAVPF 96",
  "c=IN IP4 0.0.0.0",
  "a=mid:0",
  "a=sendonly",
  "a=ice-ufrag:zjkk",
  "a=ice-pwd:TP6KbyYg4U8jVQzs5LcOTtoK",
  "a=fingerprint:sha-256 " +
    "DA:39:A3:EE:5E:6B:4B:0D:32:55:BF:EF:95:60:18:90:AF:D8:07:09:DA:39:A3:EE:5E:6B:4B:0D:32:55:BF:EF",
  "a=setup:actpass",
  "a=rtcp-mux",
  "a=rtpmap:96 VP8/90000",
  "",
].join("\r\n");
const exampleFragment = "a=ice-ufrag:zjkk\r\na=ice-pwd:TP6KbyYg4U8jVQzs5LcOTtoK\r\n";

export const openEncoderSession = endpoint({
  method: "POST",
  path: "/whip",
  summary:
    "Send video and audio to a livestream (WHIP, RFC 9725). `Location` is the session, `ETag` " +
    "its ICE session. This ends any earlier session of the same key. Until the show is on air, " +
    "only its hosts and guests see the video.",
  access: "encoder",
  scope: null,
  status: 201,
  takes: { types: ["application/sdp"], as: "text", maxBytes: sdpMaxBytes },
  produces: "application/sdp",
  body: offer,
  response: z.string(),
  errors: ["livestream-ended", "not-allowed", "livekit-unavailable"],
  example: { body: exampleOffer, response: exampleOffer.replace("a=sendonly", "a=recvonly") },
});

export const patchEncoderSession = endpoint({
  method: "PATCH",
  path: "/whip/{session}",
  summary:
    "Add ICE candidates, with the session's `ETag` in `If-Match` (returns 204). Or restart ICE, " +
    "with `If-Match: *` (returns 200 and a new `ETag`).",
  access: "encoder",
  scope: null,
  otherStatus: 204,
  headers: ["If-Match"],
  takes: { types: ["application/trickle-ice-sdpfrag"], as: "text", maxBytes: sdpMaxBytes },
  produces: "application/trickle-ice-sdpfrag",
  params: z.object({ session }),
  body: z.string().min(1, wrong("empty", "must not be empty")),
  response: z.string(),
  errors: [
    "livestream-ended",
    "not-allowed",
    "encoder-session-not-found",
    "precondition-required",
    "precondition-failed",
    "livekit-unavailable",
  ],
  example: {
    params: { session: exampleSession },
    body: exampleFragment,
    response: exampleFragment,
  },
});

export const endEncoderSession = endpoint({
  method: "DELETE",
  path: "/whip/{session}",
  summary: "End an encoder session. The show continues without its video.",
  access: "encoder",
  scope: null,
  params: z.object({ session }),
  response: z.object({ ended: z.literal(true) }),
  errors: ["encoder-session-not-found"],
  example: { params: { session: exampleSession }, response: { ended: true } },
});
