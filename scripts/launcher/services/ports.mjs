import { createSocket } from "node:dgram";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { writePrivate } from "../builds/files.mjs";
import { Problem } from "../problem.mjs";

// Below the ports that Linux and macOS use for outgoing connections, so that a port that is free now
// is still free when the server opens it.
const lowest = 20_000;
const highest = 29_999;
const attempts = 50;

/** @typedef {"tcp" | "udp"} Transport */

/**
 * @param {Transport} transport
 * @param {number} port
 * @param {string} address
 * @returns {Promise<string | null>} the error code of opening it; null if it is free
 */
function tryPort(transport, port, address) {
  return new Promise((resolve) => {
    const onError = (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve(error.code ?? "EUNKNOWN");
    if (transport === "tcp") {
      const server = createServer().once("error", onError);
      server.listen(port, address, () => server.close(() => resolve(null)));
    } else {
      const socket = createSocket(address.includes(":") ? "udp6" : "udp4").once("error", onError);
      socket.bind(port, address, () => socket.close(() => resolve(null)));
    }
  });
}

/**
 * @param {Transport} transport
 * @param {number} port
 * @param {string} address
 */
async function isFree(transport, port, address) {
  return (await tryPort(transport, port, address)) === null;
}

/**
 * @param {Transport} transport
 * @param {string} address
 */
export async function freePort(transport, address) {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest + 1));
    if (await isFree(transport, port, address)) return port;
  }
  throw new Problem(
    `There is no free ${transport.toUpperCase()} port from ${lowest} to ${highest}.`,
  );
}

/**
 * People type the app's port, so if it is taken, the start fails.
 * @param {number} port
 * @param {string} host
 */
export async function requireFreePort(port, host) {
  const code = await tryPort("tcp", port, host);
  // For "localhost", browsers may try ::1, where another program could answer instead.
  const shadow = host === "127.0.0.1" ? await tryPort("tcp", port, "::1") : null;
  if (code === "EADDRINUSE" || shadow === "EADDRINUSE") {
    throw new Problem(
      `Port ${port} is taken by another program. Stop that program, or set PORT to another port.`,
    );
  }
  if (code === "EACCES") {
    throw new Problem(`This user may not open port ${port}. Set PORT to one above 1023.`);
  }
  if (code) throw new Problem(`Greenroom cannot listen on HOST ${host}, PORT ${port} (${code}).`);
}

/**
 * @template {string} T
 * @typedef {object} PortWish
 * @property {T} setting
 * @property {number | null} fixed the port from the settings, or null for a free one
 * @property {Transport} transport
 * @property {string} address
 */

const portsFile = (/** @type {string} */ dataDir) => join(dataDir, "ports.json");

/**
 * Chooses ports once and remembers them, so that firewall rules stay valid across restarts.
 * @template {string} T
 * @param {string} dataDir
 * @param {PortWish<T>[]} wishes
 * @returns {Promise<Record<T, number>>} by the setting's name
 */
export async function choosePorts(dataDir, wishes) {
  const file = portsFile(dataDir);
  const remembered = rememberedPorts(dataDir);
  /** @type {Record<string, number>} */
  const chosen = {};
  for (const { setting, fixed, transport, address } of wishes) {
    const wanted = fixed ?? remembered[setting];
    const free = wanted !== undefined && (await isFree(transport, wanted, address));
    if (fixed !== null && !free) {
      throw new Problem(
        `${setting} is ${fixed}, but that port is taken. Set another one, or auto.`,
      );
    }
    chosen[setting] = free ? wanted : await freePort(transport, address);
  }
  writePrivate(file, JSON.stringify({ ...remembered, ...chosen }, null, 2));
  return chosen;
}

const isPort = (/** @type {any} */ port) => Number.isInteger(port) && port > 0 && port < 65_536;

/**
 * @param {string} dataDir
 * @returns {Record<string, number>} by the setting's name
 */
export function rememberedPorts(dataDir) {
  try {
    const kept = Object.entries(JSON.parse(readFileSync(portsFile(dataDir), "utf8")));
    return Object.fromEntries(kept.filter(([, port]) => isPort(port)));
  } catch {
    // Missing, or half written.
    return {};
  }
}
