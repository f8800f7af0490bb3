// Must parse on any Node, however old: only ES2017 and dynamic imports in this file.
import { isOlder, nodeNeeded, oldestNode, oldestStarter } from "./programs/node-version.mjs";

/**
 * Runs a command from package.json. On an older Node, fetches a newer one and runs the command with it.
 * @param {() => Promise<(args: string[]) => Promise<number>>} load imports the command
 */
export function runCommand(load) {
  const version = process.versions.node;
  if (isOlder(version, oldestStarter)) {
    process.stderr.write(`${nodeNeeded(version)}\n`);
    process.exitCode = 1;
    return;
  }
  const withNewerNode = () =>
    import("./programs/newer-node.mjs").then(({ runWithNewerNode }) => runWithNewerNode);
  const command = isOlder(version, oldestNode) ? withNewerNode() : load();
  Promise.all([import("./problem.mjs"), command]).then(([{ runMain }, main]) =>
    runMain(() => main(process.argv.slice(2))),
  );
}
