import { createHash, randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { type Answer, Client } from "./client";
import { server } from "./server";

type Event = {
  id?: string;
  event: string;
  room?: { name: string };
  participant?: { identity: string; sid: string; attributes?: Record<string, string> };
  /** Seconds since 1970; defaults to now. */
  createdAt?: string;
  track?: { sid: string; source?: string; type?: string };
  egressInfo?: { egressId: string; roomName: string };
  ingressInfo?: { ingressId: string; roomName: string; participantIdentity?: string };
};

/** A connection id: LiveKit never gives the same one twice. */
export const aSid = () => `PA_${randomUUID()}`;

export const bodyOf = (event: Event) =>
  JSON.stringify({
    id: `EV_${randomUUID()}`,
    createdAt: String(Math.floor(Date.now() / 1_000)),
    ...event,
  });

/** LiveKit's signature: a JWT whose `sha256` is that of the body's exact bytes. */
export function signatureOf(body: string, secret = server.livekitApiSecret): Promise<string> {
  const sha256 = createHash("sha256").update(body).digest("base64");
  return new SignJWT({ sha256 })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(server.livekitApiKey)
    .setNotBefore("0s")
    .setExpirationTime("5m")
    .sign(new TextEncoder().encode(secret));
}

export function deliver(body: string, authorization?: string): Promise<Answer> {
  return new Client().send("/livekit/webhook", {
    method: "POST",
    raw: body,
    headers: {
      "content-type": "application/webhook+json",
      ...(authorization && { authorization }),
    },
  });
}

/** An event as LiveKit would send it. */
export async function deliverEvent(event: Event): Promise<Answer> {
  const body = bodyOf(event);
  return deliver(body, await signatureOf(body));
}
