// Must parse on any Node, however old: nothing newer than ES2017 in this file.

/** The oldest Node that runs Greenroom. */
export const oldestNode = "22.12.0";
/** The oldest Node that can fetch a newer one and hand over to it. */
export const oldestStarter = "18.0.0";

/**
 * @param {string} version such as "22.12.0"
 * @param {string} than
 */
export function isOlder(version, than) {
  const have = version.split(".").map(Number);
  const need = than.split(".").map(Number);
  const at = need.findIndex((part, index) => part !== have[index]);
  return at !== -1 && Number(have[at]) < Number(need[at]);
}

/** @param {string} version */
export function nodeNeeded(version) {
  const enough = oldestNode.replace(/\.0$/, "");
  return `Greenroom needs Node ${enough} or newer, but this is Node ${version}.`;
}
