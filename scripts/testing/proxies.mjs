import { print } from "../launcher/output.mjs";
import { findProgram } from "../launcher/programs/debian-program.mjs";

const known = {
  CADDY: { name: "Caddy", commands: ["caddy"], debianPackage: "caddy", flag: "version" },
  NGINX: { name: "nginx", commands: ["nginx"], debianPackage: "nginx", flag: "-v" },
};

/**
 * The reverse proxies whose documented configurations are tested, and where they are. One that this machine
 * neither has nor can install is reported, and its tests count as skipped.
 * @returns {Promise<Record<string, string>>}
 */
export async function findProxies() {
  /** @type {Record<string, string>} */
  const found = {};
  for (const [variable, wanted] of Object.entries(known)) {
    const path = await findProgram(wanted);
    if (path) found[variable] = path;
    else print(`${wanted.name} is not installed: its documented configuration is not tested.`);
  }
  return found;
}
