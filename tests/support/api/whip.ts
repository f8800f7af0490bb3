import { expect } from "vitest";
import type { Livestream } from "@/lib/contracts/livestreams";
import { createStreamKey } from "@/lib/contracts/stream-keys";
import { type Answer, Client } from "./client";
import { aLiveShow, type Person } from "./factories";
import { inRoom } from "./signal";
import { aSweepMs, until } from "./until";

const fingerprint = Array.from({ length: 32 }, (_, at) => (at + 16).toString(16).toUpperCase());

/** An m= section as an encoder offers it. */
export const section = (mid: number, kind: "audio" | "video", direction = "sendonly") => {
  const codec = kind === "video" ? "96 VP8/90000" : "111 opus/48000/2";
  return [
    `m=${kind} 9 UDP/TLS/RTP/SAVPF ${codec.split(" ")[0]}`,
    "c=IN IP4 0.0.0.0",
    "a=rtcp:9 IN IP4 0.0.0.0",
    "a=ice-ufrag:zjkk",
    "a=ice-pwd:TP6KbyYg4U8jVQzs5LcOTtoK",
    `a=fingerprint:sha-256 ${fingerprint.join(":")}`,
    "a=setup:actpass",
    `a=mid:${mid}`,
    `a=${direction}`,
    `a=msid:show ${kind}`,
    "a=rtcp-mux",
    `a=rtpmap:${codec}`,
    `a=ssrc:${100 + mid} cname:encoder`,
  ];
};

export function offerOf(sections = [section(0, "audio"), section(1, "video")]): string {
  const mids = sections.map((_, at) => at).join(" ");
  const head = ["v=0", "o=- 42 2 IN IP4 127.0.0.1", "s=-", "t=0 0", `a=group:BUNDLE ${mids}`];
  return `${[...head, ...sections.flat()].join("\r\n")}\r\n`;
}

/** ICE candidates for the first section, as a WHIP client trickles them (RFC 8840). */
export const trickle = [
  "a=ice-ufrag:zjkk",
  "a=ice-pwd:TP6KbyYg4U8jVQzs5LcOTtoK",
  "m=audio 9 UDP/TLS/RTP/SAVPF 0",
  "a=mid:0",
  "a=candidate:1 1 udp 2130706431 127.0.0.1 50000 typ host",
  "",
].join("\r\n");

export const restart = [
  "a=ice-ufrag:newU",
  "a=ice-pwd:bNewPasswordOfTheEncoder1",
  "m=audio 9 UDP/TLS/RTP/SAVPF 0",
  "a=mid:0",
  "",
].join("\r\n");

export async function aStreamKey(creator: Person, mint: string, name = "OBS") {
  return creator.api.ok(createStreamKey, { params: { mint }, body: { name } });
}

/** A live show with a stream key. */
export async function aShowWithKey(creator: Person) {
  const mint = await aLiveShow(creator);
  return { mint, ...(await aStreamKey(creator, mint)) };
}

type Headers = Record<string, string>;

/** An encoder's first request. */
export const publish = (key: string | null, offer = offerOf(), headers: Headers = {}) =>
  new Client(key).send("/whip", {
    method: "POST",
    raw: offer,
    headers: { "content-type": "application/sdp", ...headers },
  });

export const patch = (key: string, session: string, body = trickle, headers: Headers = {}) =>
  new Client(key).send(session, {
    method: "PATCH",
    raw: body,
    headers: { "content-type": "application/trickle-ice-sdpfrag", ...headers },
  });

export const hangUp = (key: string, session: string) =>
  new Client(key).send(session, { method: "DELETE" });

/** The session's URL, and the identity and connection that LiveKit lists. */
export async function anEncoderIn(
  { mint }: Pick<Livestream, "mint">,
  { key, identity }: { key: string; identity: string },
) {
  const answer = await publish(key);
  expect(answer.status, answer.text).toBe(201);
  const { sid } = await until("LiveKit lists the encoder", () => inRoom(mint, identity));
  return { session: sessionOf(answer), etag: answer.headers.get("etag") ?? "", sid };
}

export const sessionOf = ({ headers }: Answer) => headers.get("location") ?? "";

export const isGone = (mint: string, identity: string) =>
  until(
    "LiveKit no longer lists the encoder",
    async () => (await inRoom(mint, identity)) === undefined,
    aSweepMs,
  );
