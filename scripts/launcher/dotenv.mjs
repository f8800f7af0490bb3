import { readFileSync } from "node:fs";

/**
 * Reads `NAME=value` lines. Quotes may surround a value; "#" begins a comment at the start of a
 * line and after a blank; nothing is substituted. (Node's own parser came with 20.12.)
 * @param {string} content
 * @returns {Record<string, string>}
 */
export function parseDotenv(content) {
  /** @type {Record<string, string>} */
  const values = {};
  for (const line of content.split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(line);
    if (!match?.[1]) continue;
    const given = match[2] ?? "";
    const quoted = /^(["'])(.*?)\1\s*(?:#.*)?$/.exec(given);
    values[match[1]] = quoted ? (quoted[2] ?? "") : given.replace(/(^|\s+)#.*$/, "").trim();
  }
  return values;
}

/** @param {string} path of a file that need not exist */
export function readDotenv(path) {
  try {
    return parseDotenv(readFileSync(path, "utf8"));
  } catch {
    return {};
  }
}
