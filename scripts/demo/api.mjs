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
 * @property {unknown} [body] sent as JSON
 * @property {string | null} [bearer]
 */

/**
 * One call of the public API, the same that anybody's program would make.
 * @param {string} address of the Greenroom
 * @param {"GET" | "POST"} method
 * @param {string} path with its query
 * @param {Sent} [sent]
 * @returns {Promise<any>}
 * @throws {Refusal}
 */
export async function request(address, method, path, { body, bearer } = {}) {
  const response = await fetch(new URL(path, address), {
    method,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
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
