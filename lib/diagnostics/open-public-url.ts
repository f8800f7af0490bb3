import "server-only";
import { randomBytes } from "node:crypto";
import { env } from "@/lib/env";
import type { Result } from "./finding";
import { proofFor } from "./proof";
import { tlsResult } from "./verdicts";

const withinMs = 6_000;

/** The codes of Node and OpenSSL for a certificate that browsers refuse too. */
const aboutCertificate = /CERT|SELF_SIGNED|UNABLE_TO|TLS|SSL/;

/**
 * Opens PUBLIC_URL from this server, and checks the certificate and that this installation answers. The
 * address is the setting alone: nothing in the request changes it, and redirects are not followed.
 */
export async function openPublicUrl(): Promise<Result> {
  const { publicUrl: url } = env();
  const challenge = randomBytes(24).toString("base64url");
  const address = `${url}/healthz?challenge=${challenge}`;
  try {
    const signal = AbortSignal.timeout(withinMs);
    const answer = await fetch(address, { signal, redirect: "manual", cache: "no-store" });
    const body: { proof?: unknown } | null = await answer.json().catch(() => null);
    if (body?.proof !== proofFor(challenge)) return { code: "tls-elsewhere", values: { url } };
    const configured = tlsResult(env());
    return configured.code === "tls-http" ? configured : { code: "tls-reached", values: { url } };
  } catch (error) {
    const reason = reasonOf(error);
    const code = aboutCertificate.test(reason) ? "tls-certificate" : "tls-unreachable";
    return { code, values: { url, reason } };
  }
}

/** The code alone, such as ECONNREFUSED or CERT_HAS_EXPIRED. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  return typeof cause?.code === "string" ? cause.code : (name ?? "unknown");
}
