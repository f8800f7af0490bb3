import { runCommand } from "./launcher/run-command.mjs";

runCommand(() => import("./demo/demo.mjs").then(({ demo }) => demo));
