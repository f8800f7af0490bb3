// The kinds of values a setting may have. Node built-ins only: see settings.mjs.
import { isIP } from "node:net";

/**
 * A kind of value: `expected` completes the sentence "NAME must be …"; `parse` returns undefined
 * for invalid text.
 * @template T
 * @typedef {{ expected: string, parse: (text: string) => T | undefined }} Kind
 */

/**
 * @param {number} least
 * @param {number} most
 * @returns {Kind<number>}
 */
export function wholeNumber(least, most) {
  return {
    expected: `a whole number from ${least} to ${most}`,
    parse: (text) => {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      return value >= least && value <= most ? value : undefined;
    },
  };
}

/**
 * How many days to keep something; null means forever.
 * @type {Kind<number | null>}
 */
export const days = {
  expected: "a whole number of days from 1 to 3650, or forever",
  parse: (value) => (value === "forever" ? null : wholeNumber(1, 3650).parse(value)),
};

/**
 * @param {string[]} protocols
 * @param {string} expected
 * @param {boolean} originOnly
 * @returns {Kind<string>}
 */
export function url(protocols, expected, originOnly) {
  return {
    expected,
    parse: (text) => {
      if (!URL.canParse(text)) return undefined;
      const parsed = new URL(text);
      if (!protocols.includes(parsed.protocol) || !parsed.hostname) return undefined;
      if (!originOnly) return text;
      const bare = !parsed.username && !parsed.search && !parsed.hash && parsed.pathname === "/";
      return bare ? `${parsed.protocol}//${parsed.host}` : undefined;
    },
  };
}

/**
 * An OpenID Connect issuer, without its trailing slash. Its answers are trusted, so they need TLS,
 * except on this machine.
 * @type {Kind<string>}
 */
export const issuer = {
  expected: "an https:// address without a query, such as https://id.example.com",
  parse: (text) => {
    if (!URL.canParse(text)) return undefined;
    const { protocol, hostname, username, search, hash } = new URL(text);
    const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
    if (protocol !== "https:" && !(protocol === "http:" && isLocal)) return undefined;
    return username || search || hash ? undefined : text.replace(/\/$/, "");
  },
};

/**
 * @template {string} T
 * @param {T[]} words
 * @returns {Kind<T>}
 */
export function oneOf(words) {
  return {
    expected: `one of ${words.join(", ")}`,
    parse: (text) => words.find((word) => word === text),
  };
}

/** @type {Kind<string>} */
export const text = { expected: "text", parse: (value) => value };

/**
 * @param {number} most
 * @returns {Kind<string>}
 */
export function shortText(most) {
  return {
    expected: `text of at most ${most} characters`,
    parse: (value) => (value.length <= most ? value : undefined),
  };
}

/**
 * A domain of email addresses in lower case, with other scripts as Punycode (`xn--…`). Accounts' addresses, and so
 * these, have an ending of Latin letters.
 * @param {string} text
 * @returns {string | undefined} undefined for anything else
 */
export function domainIn(text) {
  const address = `http://${text.trim()}`;
  if (/[^\p{L}\p{M}\p{N}.-]/u.test(text.trim()) || !URL.canParse(address)) return undefined;
  const { hostname } = new URL(address);
  return /^(?=.{1,253}$)(?:[a-z0-9-]{1,63}\.)+[a-z]{2,}$/.test(hostname) ? hostname : undefined;
}

/** @type {Kind<string[]>} */
export const domains = {
  expected: "domains such as example.com, separated by commas",
  parse: (value) => {
    const found = value.split(",").map(domainIn);
    return found.some((each) => each === undefined)
      ? undefined
      : [...new Set(/** @type {string[]} */ (found))];
  },
};

/** @type {Kind<string>} */
export const domain = { expected: "a host name such as turn.example.com", parse: domainIn };

/** @type {Kind<string>} */
export const mailSender = {
  expected: "an email address, or a name with one, such as Greenroom <greenroom@example.com>",
  parse: (value) =>
    /^(?:[^<>@,;:"\r\n]+<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/.test(value)
      ? value
      : undefined,
};

/** @type {Kind<string>} */
export const passphrase = {
  expected: "at least 32 characters",
  parse: (value) => (value.length >= 32 ? value : undefined),
};

/** @type {Kind<string>} */
export const key256 = {
  expected: "32 bytes in base64url (43 characters)",
  parse: (value) => (/^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined),
};

/** @type {Kind<string>} */
export const listenAddress = {
  expected: "an IP address or a host name of this machine",
  parse: (value) =>
    isIP(value) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value) ? value : undefined,
};

/** @type {Kind<string[]>} */
export const hostNames = {
  expected: "host names without ports, separated by commas",
  parse: (value) => {
    const names = value.split(",").map((name) => name.trim().toLowerCase());
    const isName = (/** @type {string} */ name) =>
      isIP(name) || /^[a-z0-9]([a-z0-9_.-]*[a-z0-9])?$/.test(name);
    return names.every(isName) ? names : undefined;
  },
};

/** @type {Kind<string>} */
export const headerName = {
  expected: "the name of a header, such as X-Forwarded-Uri",
  parse: (value) => (/^[a-z0-9-]+$/i.test(value) ? value.toLowerCase() : undefined),
};

/** @type {Kind<string>} */
const reachableAddress = {
  expected: "an IP address that browsers can reach, such as 203.0.113.7",
  parse: (value) => (isIP(value) && value !== "0.0.0.0" && value !== "::" ? value : undefined),
};

/**
 * Accepts `auto` as well, parsed as null: the launcher chooses.
 * @template T
 * @param {Kind<T>} kind
 * @returns {Kind<T | null>}
 */
const orAuto = ({ expected, parse }) => ({
  expected: `${expected}, or auto`,
  parse: (value) => (value === "auto" ? null : parse(value)),
});

export const portOrAuto = orAuto(wholeNumber(1, 65535));
export const countOrAuto = orAuto(wholeNumber(1, 16));
export const addressOrAuto = orAuto(reachableAddress);
