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
  /** In the quotes that HTTP wants and LiveKit leaves out. */
  etag: string | null;
  /** The operator's TURN servers as `Link` headers. */
  links: string[];
};
/** An empty fragment where LiveKit took candidates, else its own for a restart. */
export type WhipPatched = { fragment: string; etag: string | null };

/**
 * Hands an offer to LiveKit's own WHIP door, on loopback (livekit-server, pkg/service/whipservice.go).
 * No header of the client comes along: of some LiveKit would believe whatever stands in them.
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

/** Null when LiveKit knows the connection no more. */
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
  // LiveKit has no status for it, only these words.
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
    log.error("LiveKit's WHIP endpoint is not responding", error);
    throw new Problem("livekit-unavailable", "The video server isn’t responding. Try again.");
  }
}

function notTaken(what: "offer" | "fragment", said: string): Problem {
  log.warn(`LiveKit rejected an encoder's ${what}`, said);
  return invalidField("body", fieldError("sdp", `must be an SDP ${what} that LiveKit can use`));
}

function unavailable({ status }: Response, said: string): Problem {
  log.error(`LiveKit's WHIP endpoint answered ${status}`, said);
  return new Problem(
    "livekit-unavailable",
    "The video server didn’t accept the stream. Try again.",
  );
}

const quoted = (etag: string | null) => (etag ? `"${etag.replaceAll('"', "")}"` : null);

/**
 * LiveKit 1.13.5 escapes the addresses once too often. Its STUN servers are left out: LiveKit has an
 * address of its own, and unless told otherwise it names public servers that would learn who streams.
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
