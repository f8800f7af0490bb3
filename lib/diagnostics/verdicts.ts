import "server-only";
import type { Env } from "@/lib/env";
import { isLoopbackName } from "@/lib/loopback";
import type { Result } from "./finding";

/** Tokens and limits tolerate less than this. */
const mostClockOffSeconds = 2;
/** LiveKit's time is known to half a second, and its webhooks are refused if they start in the future. */
const mostLiveKitOffSeconds = 5;
const gigabyte = 1e9;
const lowBytes = 2 * gigabyte;
const fullBytes = 0.2 * gigabyte;

const hostOf = (url: string) => new URL(url).hostname;
/** In gigabytes, to one decimal. */
export const gigabytes = (bytes: number) => Math.round((bytes / gigabyte) * 10) / 10;

/** Browsers give the camera only to pages over HTTPS, or of the same machine. */
export function tlsResult({ publicUrl: url }: Pick<Env, "publicUrl">): Result {
  if (url.startsWith("https:")) return { code: "tls-https", values: { url } };
  return { code: isLoopbackName(hostOf(url)) ? "tls-local" : "tls-http", values: { url } };
}

/** Whether browsers elsewhere can reach the address that LiveKit offers them for media. */
export function mediaResult({
  publicUrl,
  livekitUrl,
  mediaAddress,
}: Pick<Env, "publicUrl" | "livekitUrl" | "mediaAddress">): Result {
  if (!isLoopbackName(hostOf(livekitUrl))) return { code: "media-own" };
  if (isLoopbackName(hostOf(publicUrl))) return { code: "media-local" };
  // Only a browser elsewhere can tell whether this machine's own address is a public one.
  if (mediaAddress === null) return { code: "media-auto" };
  const code = isLoopbackName(mediaAddress) ? "media-unreachable" : "media-address";
  return { code, values: { address: mediaAddress } };
}

/**
 * Whether the LiveKit that Greenroom runs has a TURN server (scripts/launcher/services/livekit-config.mjs).
 * The app cannot tell it from another one on this machine, so the sentence is about both.
 */
export function turnResult(own: Pick<Env, "livekitUrl" | "turnDomain">): Result {
  if (!isLoopbackName(hostOf(own.livekitUrl))) return { code: "turn-own" };
  if (own.turnDomain === null) return { code: "turn-none" };
  return { code: "turn-set", values: { domain: own.turnDomain } };
}

/** Compares TRUST_PROXY with the number of proxies that a request came through. */
export function proxyResult({ trustProxy }: Pick<Env, "trustProxy">, proxies: number): Result {
  const values = { proxies, trusted: trustProxy };
  if (proxies < trustProxy) return { code: "proxy-missing", values };
  if (proxies === trustProxy) return { code: proxies > 0 ? "proxy-trusted" : "proxy-none", values };
  return { code: trustProxy > 0 ? "proxy-more" : "proxy-untrusted", values };
}

type ClocksOff = { databaseMs: number; liveKitMs: number };

/** @param off how far each clock is ahead of the app's */
export function clockResult({ databaseMs, liveKitMs }: ClocksOff): Result {
  const [seconds, ofLiveKit] = [secondsOff(databaseMs), secondsOff(liveKitMs)];
  if (ofLiveKit > mostLiveKitOffSeconds) {
    return { code: "clock-off-livekit", values: { seconds: ofLiveKit } };
  }
  return { code: seconds > mostClockOffSeconds ? "clock-off" : "clock-right", values: { seconds } };
}

const secondsOff = (ms: number) => Math.round(Math.abs(ms) / 100) / 10;

export function diskResult(freeBytes: number): Result {
  const values = { free: gigabytes(freeBytes) };
  if (freeBytes < fullBytes) return { code: "disk-full", values };
  return { code: freeBytes < lowBytes ? "disk-low" : "disk-enough", values };
}
