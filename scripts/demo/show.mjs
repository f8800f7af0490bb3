import { coverOf } from "./cover.mjs";
import { TestCard } from "./test-card.mjs";

/** @typedef {import("./account.mjs").Call} Call */
/** @typedef {{ mint: string, status: "scheduled" | "live" | "ended" }} Livestream */

const patienceMs = 10_000;

const wanted = {
  title: "Test card",
  description:
    "A moving picture and a beep every second, sent by npm run demo. " +
    "The lamp in the middle lights up with each beep, so you can check that video and audio are in sync.",
  visibility: "public",
};

const greeting =
  "Hi! I’m a bot, and this is a test card. Say something: chat, full screen and quality all work.";

/**
 * The show to put on air: one that a killed demo left behind, or else a new one.
 * @param {Call} call
 * @returns {Promise<{ mint: string, made: boolean }>}
 */
export async function findShow(call) {
  const { livestreams } = await call("GET", "/livestreams?mine=true");
  const left = livestreams.find((/** @type {Livestream} */ { status }) => status !== "ended");
  if (left) return { mint: left.mint, made: false };
  const { mint } = await call("POST", "/livestreams", wanted);
  const cover = await coverOf((await TestCard.make()).show(Date.now()));
  await call("PUT", `/livestreams/${mint}/cover`, cover);
  return { mint, made: true };
}

/**
 * @param {Call} call
 * @param {{ mint: string }} show
 */
export const goLive = (call, { mint }) => call("POST", `/livestreams/${mint}/go-live`);

/**
 * Says hello in the chat, once per show.
 * @param {Call} call
 * @param {{ mint: string, made: boolean }} show
 */
export async function greet(call, { mint, made }) {
  if (made) await call("POST", `/livestreams/${mint}/chat`, { text: greeting });
}

/**
 * @param {Call} call
 * @param {{ mint: string }} show
 */
export const end = (call, { mint }) => call("POST", `/livestreams/${mint}/end`);

/**
 * @param {Call} call
 * @param {{ mint: string }} show
 * @param {{ id: string }} creator
 * @returns {Promise<{ token: string, url: string }>}
 */
export const hostToken = (call, { mint }, { id }) =>
  call("GET", `/livestreams/livekit/token/host?mint=${mint}&creator=${id}`);

/**
 * Asks LiveKit whether it takes this token. The SDK would try for long, and not say that nobody answers.
 * @param {{ token: string, url: string }} pass
 */
export async function requireLiveKit({ token, url }) {
  const address = new URL("/rtc/validate", url.replace(/^ws/, "http"));
  address.searchParams.set("access_token", token);
  const status = await fetch(address, { signal: AbortSignal.timeout(patienceMs) }).then(
    (response) => response.status,
    () => 503,
  );
  if (status >= 500) throw new Error("LiveKit is not responding");
}
