// An old Node must get as far as saying so: only node-version.mjs is loaded before the check.
import { nodeProblem } from "./launcher/node-version.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
} else {
  Promise.all([import("./launcher/problem.mjs"), import("./demo/demo.mjs")]).then(
    ([{ runMain }, { demo }]) => runMain(() => demo(process.argv.slice(2))),
  );
}
