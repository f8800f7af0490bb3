import "server-only";
import { env } from "@/lib/env";
import { fieldError } from "@/lib/field-errors";
import { log } from "@/lib/log";
import { invalidField, Problem } from "@/lib/problem";

const timeoutMs = 10_000;

export type WhipSession = {
  /** LiveKit's id of the encoder's connection. */
  sid: string;
  answer: string;
  /** With the quotes that HTTP requires and LiveKit omits. */
  etag: string | null;
  /** The operator's TURN servers as `Link` headers. */
  links: string[];
};
/** An empty fragment if LiveKit accepted candidates, otherwise its answer to a restart. */
export type WhipPatched = { fragment: string; etag: string | null };

/**
 * Sends an offer to LiveKit's own WHIP endpoint, on loopback (livekit-server,
 * pkg/service/whipservice.go). None of the client's headers are forwarded: LiveKit would trust some
 * of them.
 */
export async function openWhip(token: string, offer: string): Promise<WhipSession> {
  const response = await send(token, "/whip/v1", {
    method: "POST",
    headers: { "Content-Type": "application/sdp" },
    body: offer,
  });
  const answer = await response.text();
  const sid = /\/whip\/v1\/(\w+)$/.exec(response.headers.get("location") ?? "")?.[1];
  if (response.status === 400) throw notTaken("offer", answer);
  if (response.status !== 201 || !sid) throw unavailable(response, answer);
  const links = turnLinks(response.headers.get("link") ?? "");
  return { sid, answer, etag: quoted(response.headers.get("etag")), links };
}

/** Null if LiveKit no longer knows the connection. */
export async function patchWhip(
  token: string,
  sid: string,
  { ifMatch, fragment }: { ifMatch: string; fragment: string },
): Promise<WhipPatched | null> {
  const response = await send(token, `/whip/v1/${sid}`, {
    method: "PATCH",
    headers: {
      "Content-Type": "application/trickle-ice-sdpfrag",
      "If-Match": ifMatch.replace(/^"(.*)"$/, "$1"),
    },
    body: fragment,
  });
  const body = await response.text();
  if (response.status === 404) return null;
  if (response.status === 400) throw notTaken("fragment", body);
  // LiveKit has no specific status for it, only this text.
  if (response.status === 500 && body.includes("ice session mismatch")) {
    throw new Problem("precondition-failed", "If-Match is not the ETag of this ICE session.");
  }
  if (!response.ok) throw unavailable(response, body);
  return { fragment: body, etag: quoted(response.headers.get("etag")) };
}

async function send(token: string, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(new URL(path, env().livekitUrl), {
      ...init,
      headers: { ...init.headers, Authorization: `Bearer ${token}` },
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    log.error("LiveKit's WHIP endpoint does not respond", error);
    throw new Problem("livekit-unavailable", "The video server isn’t responding. Try again.");
  }
}

function notTaken(what: "offer" | "fragment", said: string): Problem {
  log.warn(`LiveKit rejected an encoder's ${what}`, said);
  return invalidField("body", fieldError("sdp", `must be an SDP ${what} that LiveKit can use`));
}

function unavailable({ status }: Response, said: string): Problem {
  log.error(`LiveKit's WHIP endpoint responded with ${status}`, said);
  return new Problem(
    "livekit-unavailable",
    "The video server didn’t accept the stream. Try again.",
  );
}

const quoted = (etag: string | null) => (etag ? `"${etag.replaceAll('"', "")}"` : null);

/**
 * LiveKit 1.13.5 escapes the URLs once too often. Its STUN servers are left out: LiveKit knows its
 * own address, and by default it lists public servers, which would learn who streams.
 */
export function turnLinks(header: string): string[] {
  return [...header.matchAll(/<([^>]*)>([^<]*)/g)].flatMap(([, address = "", rest = ""]) => {
    const url = decodeURIComponent(address);
    if (!/^turns?:[\w.:[\]?=-]+$/.test(url)) return [];
    const parameters = ["username", "credential"].flatMap((name) => {
      const value = new RegExp(`\\b${name}="([^"]*)"`).exec(rest)?.[1];
      return value === undefined ? [] : [`${name}="${value}"`];
    });
    return [
      [`<${url}>`, 'rel="ice-server"', ...parameters, 'credential-type="password"'].join("; "),
    ];
  });
}
