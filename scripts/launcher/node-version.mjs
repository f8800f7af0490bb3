// Parsed by whatever Node there is, however old: nothing newer than ES2017 in this file.

export const oldestNode = "20.9.0";

/**
 * @param {string} version such as "20.9.0"
 * @returns {string | null} the sentence that says why this Node cannot run Greenroom
 */
export function nodeProblem(version) {
  const have = version.split(".").map(Number);
  const need = oldestNode.split(".").map(Number);
  const at = need.findIndex((part, index) => part !== have[index]);
  if (at === -1 || Number(have[at]) > Number(need[at])) return null;
  return `Greenroom needs Node ${oldestNode} or newer, and this is Node ${version}.`;
}
