// node download.mjs <url> <file> runs as its own process, because Node reads HTTPS_PROXY only when it
// starts (with NODE_USE_ENV_PROXY), and because a process can be stopped at any time.
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";

/**
 * @param {string} address
 * @param {string} file
 */
async function download(address, file) {
  const url = new URL(address);
  const { username, password } = url;
  // fetch refuses an address with credentials.
  url.username = "";
  url.password = "";
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const headers = username
    ? { authorization: `Basic ${Buffer.from(pair).toString("base64")}` }
    : undefined;
  const response = await fetch(url, { headers });
  if (!response.ok || !response.body) throw new Error(`${url.host} answered ${response.status}`);
  await pipeline(response.body, createWriteStream(file));
}

const [, , address = "", file = ""] = process.argv;
try {
  await download(address, file);
} catch (error) {
  // The cause has the system's message. fetch only says that it failed.
  const cause = error instanceof Error && error.cause ? error.cause : error;
  process.stderr.write(cause instanceof Error ? cause.message : String(cause));
  process.exitCode = 1;
}
