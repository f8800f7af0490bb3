import { setTimeout as pause } from "node:timers/promises";
import { interrupted } from "../launcher/interrupts.mjs";
import { print, seconds } from "../launcher/output.mjs";
import { Interrupted } from "../launcher/problem.mjs";

const patienceMs = 20_000;
const leastWaitMs = 1_000;
/** Asks again at least this often: a limit may be lifted early. */
const longestWaitMs = 60_000;

/** The API's refusal of a call. */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {string} code
   * @param {string} detail
   */
  constructor(status, code, detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/**
 * @typedef {object} Sent
 * @property {unknown} [body] sent as JSON, or as a PNG if it is bytes
 * @property {string | null} [bearer]
 */

/**
 * One call of the public API, as any program would make it. If a rate limit stops it, which others at
 * the same address may have used up, it waits and asks again.
 * @param {string} address of the Greenroom
 * @param {"GET" | "POST" | "PUT"} method
 * @param {string} path with its query
 * @param {Sent} [sent]
 * @returns {Promise<any>}
 * @throws {Refusal}, or an Error if nothing answers
 */
export async function request(address, method, path, sent = {}) {
  for (;;) {
    const response = await ask(address, method, path, sent);
    const text = await response.text();
    if (response.ok) return JSON.parse(text);
    const refusal = refusalOf(response.status, text);
    if (refusal.status !== 429) throw refusal;
    const toldMs = Number(response.headers.get("retry-after")) * 1_000 || leastWaitMs;
    print(`  ${refusal.message} The demo continues in ${seconds(toldMs)} at the latest.`);
    await waitOut(Math.min(toldMs, longestWaitMs));
  }
}

/** @param {number} ms */
async function waitOut(ms) {
  try {
    await pause(ms, undefined, { signal: interrupted });
  } catch {
    throw new Interrupted();
  }
}

/**
 * @param {string} address
 * @param {"GET" | "POST" | "PUT"} method
 * @param {string} path
 * @param {Sent} sent
 */
async function ask(address, method, path, { body, bearer }) {
  const bytes = body instanceof Uint8Array;
  const type = bytes ? "image/png" : "application/json";
  return fetch(new URL(path, address), {
    method,
    headers: {
      ...(body === undefined ? {} : { "content-type": type }),
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
    },
    body: bytes ? new Uint8Array(body) : JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => {
    throw new Error(`The server at ${address} is not responding.`);
  });
}

/**
 * @param {number} status
 * @param {string} text a problem document, or a proxy's message
 */
function refusalOf(status, text) {
  try {
    const { code, detail } = JSON.parse(text);
    return new Refusal(status, String(code), String(detail));
  } catch {
    return new Refusal(status, "unknown", `The server answered ${status}.`);
  }
}
