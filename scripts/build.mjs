import { runCommand } from "./launcher/run-command.mjs";

runCommand(() => import("./launcher/build.mjs").then(({ build }) => build));
