import { run } from "../launcher/commands.mjs";
import { print } from "../launcher/output.mjs";
import { findProgram } from "../launcher/programs/debian-program.mjs";

const tools = [
  { name: "iproute2", commands: ["ip"], debianPackage: "iproute2", flag: "-V" },
  { name: "iproute2's tc", commands: ["tc"], debianPackage: "iproute2", flag: "-V" },
  { name: "OpenSSL", commands: ["openssl"], debianPackage: "openssl", flag: "version" },
  { name: "nftables", commands: ["nft"], debianPackage: "nftables" },
];

/** @returns {Promise<string | null>} why this machine cannot have test networks */
async function missing() {
  if (process.getuid?.() !== 0) return "this user is not root";
  for (const tool of tools) if (!(await findProgram(tool))) return `${tool.name} is not installed`;
  const name = `greenroom-try-${process.pid}`;
  const { code } = await run("ip", ["netns", "add", name]);
  if (code !== 0) return "network namespaces are not allowed here";
  await run("ip", ["netns", "del", name]);
  return null;
}

/**
 * @returns {Promise<Record<string, string>>} NETWORKS if this machine can have networks for the tests;
 *   otherwise the reason is printed, and the tests count as skipped
 */
export async function findNetworks() {
  const why = await missing();
  if (!why) return { NETWORKS: "1" };
  print(`Bad networks are not tested: ${why}.`);
  return {};
}
