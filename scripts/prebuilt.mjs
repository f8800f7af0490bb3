import { runCommand } from "./launcher/run-command.mjs";

runCommand(() => import("./launcher/prebuilt.mjs").then(({ prebuilt }) => prebuilt));
