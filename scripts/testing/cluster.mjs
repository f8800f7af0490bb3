import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../launcher/commands.mjs";
import { print } from "../launcher/output.mjs";
import { findProgram } from "../launcher/programs/debian-program.mjs";
import { requireLiveKit } from "../launcher/programs/livekit-binary.mjs";

const tools = {
  CADDY: { name: "Caddy", commands: ["caddy"], debianPackage: "caddy", flag: "version" },
  REDIS: { name: "Redis", commands: ["redis-server"], debianPackage: "redis-server" },
  OPENSSL: { name: "OpenSSL", commands: ["openssl"], debianPackage: "openssl", flag: "version" },
};

/** @returns {Promise<Record<string, string> | null>} where the programs are; null if one is missing */
async function findTools() {
  /** @type {Record<string, string>} */
  const found = {};
  for (const [variable, tool] of Object.entries(tools)) {
    const path = await findProgram(tool);
    if (!path) {
      print(`Several machines are not tested: ${tool.name} is not installed.`);
      return null;
    }
    found[variable] = path;
  }
  return found;
}

/**
 * A certificate authority. Node reads the ones it trusts when it starts, so it exists before the tests do.
 * @param {string} openssl
 * @param {string} folder
 */
async function makeAuthority(openssl, folder) {
  const [certificate, key] = [join(folder, "root.pem"), join(folder, "root.key")];
  const made = await run(openssl, [
    ...["req", "-x509", "-days", "2", "-subj", "/CN=Greenroom's tests", "-nodes"],
    ...["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"],
    ...["-keyout", key, "-out", certificate],
  ]);
  if (made.code !== 0) throw new Error(`OpenSSL made no certificate: ${made.output}`);
  return { ROOT_CERTIFICATE: certificate, ROOT_KEY: key, NODE_EXTRA_CA_CERTS: certificate };
}

/**
 * Runs tests that need several machines, with the programs of these machines in the environment. Without one
 * of them the reason is printed, and the tests count as skipped.
 * @template T
 * @param {(found: Record<string, string>) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withCluster(work) {
  const found = await findTools();
  if (!found) return work({});
  const folder = mkdtempSync(join(tmpdir(), "greenroom-authority-"));
  try {
    const authority = await makeAuthority(found.OPENSSL ?? "", folder);
    return await work({ ...found, ...authority, LIVEKIT_SERVER: await requireLiveKit() });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
