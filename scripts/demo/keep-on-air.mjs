import { setTimeout as pause } from "node:timers/promises";
import { sentenceOf } from "../launcher/problem.mjs";
import { Refusal } from "./api.mjs";
import { connect } from "./live-kit.mjs";

const firstPauseMs = 500;
const longestPauseMs = 10_000;

/** @param {number} failures in a row, at least one */
export const pauseAfter = (failures) =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1));

/**
 * @typedef {object} OnAir
 * @property {import("./live-kit.mjs").Sdk} sdk
 * @property {() => Promise<{ token: string, url: string }>} pass a new token for each connection
 * @property {AbortSignal} stop
 * @property {() => void} onAir the card is visible, for the first time or again
 * @property {(why: string) => void} onLost once per outage
 */

/**
 * Why the card cannot stay on air, and whether the show is still ours to end.
 * @typedef {{ why: string, ours: boolean }} Ending
 */

/**
 * Keeps the card on air until told to stop, through every loss of the connection. LiveKit renews the token
 * of a connected participant; after a connection that LiveKit gives up, the API issues a new one.
 * @param {OnAir} wish
 * @returns {Promise<Ending | null>} null if it was stopped
 */
export async function keepOnAir({ sdk, pass, stop, onAir, onLost }) {
  const stopped = new Promise((resolve) => stop.addEventListener("abort", () => resolve(null)));
  let failures = 0;
  while (!stop.aborted) {
    let why = "the connection was lost";
    try {
      const connection = await connect(sdk, await pass());
      failures = 0;
      if (!stop.aborted) onAir();
      const reason = await Promise.race([connection.lost, stopped]);
      await connection.leave();
      if (reason === sdk.DisconnectReason.DUPLICATE_IDENTITY) {
        return { why: "Another demo has taken over.", ours: false };
      }
    } catch (error) {
      const over = endingOf(error);
      if (over) return { why: over, ours: true };
      why = sentenceOf(error);
    }
    if (stop.aborted) break;
    if (failures === 0) onLost(why);
    failures++;
    await pause(pauseAfter(failures), undefined, { signal: stop }).catch(() => {});
  }
  return null;
}

/**
 * @param {unknown} error
 * @returns {string | null} why retrying would not help
 */
function endingOf(error) {
  if (!(error instanceof Refusal)) return null;
  if (error.status === 410 || error.status === 404) return "The show was ended.";
  return error.status === 403 ? error.message : null;
}
