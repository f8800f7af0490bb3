import { execFileSync } from "node:child_process";
import { root } from "../launcher/paths.mjs";

/**
 * The files that git would list in the checkout, relative to its root: committed or not, but not
 * ignored or deleted ones.
 * @returns {string[]}
 */
export function checkoutFiles() {
  const list = (/** @type {string[]} */ ...options) =>
    execFileSync("git", ["ls-files", ...options, "-z"], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    }).split("\0");
  const deleted = new Set(list("--deleted"));
  const listed = list("--cached", "--others", "--exclude-standard");
  return listed.filter((path) => path && !deleted.has(path));
}
