const patienceMs = 20_000;

/** What the API answered instead of doing what it was asked. */
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
 * @property {unknown} [body] sent as JSON; bytes as a PNG
 * @property {string | null} [bearer]
 */

/**
 * One call of the public API, the same that anybody's program would make.
 * @param {string} address of the Greenroom
 * @param {"GET" | "POST" | "PUT"} method
 * @param {string} path with its query
 * @param {Sent} [sent]
 * @returns {Promise<any>}
 * @throws {Refusal}, or an Error where nothing answers
 */
export async function request(address, method, path, { body, bearer } = {}) {
  const bytes = body instanceof Uint8Array;
  const type = bytes ? "image/png" : "application/json";
  const response = await fetch(new URL(path, address), {
    method,
    headers: {
      ...(body === undefined ? {} : { "content-type": type }),
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
    },
    body: bytes ? new Uint8Array(body) : JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => {
    throw new Error(`Nothing answers at ${address}.`);
  });
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  throw refusalOf(response.status, text);
}

/**
 * @param {number} status
 * @param {string} text a problem document, or whatever a proxy in between says
 */
function refusalOf(status, text) {
  try {
    const { code, detail } = JSON.parse(text);
    return new Refusal(status, String(code), String(detail));
  } catch {
    return new Refusal(status, "unknown", `The server answered ${status}.`);
  }
}
