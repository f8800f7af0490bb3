import { runCommand } from "./launcher/run-command.mjs";

runCommand(() => import("./testing/test.mjs").then(({ test }) => test));
