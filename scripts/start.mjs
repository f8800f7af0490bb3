import { runCommand } from "./launcher/run-command.mjs";

runCommand(() => import("./launcher/start.mjs").then(({ start }) => start));
