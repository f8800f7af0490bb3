import { runCommand } from "./launcher/run-command.mjs";

runCommand(() => import("./launcher/greenroom.mjs").then(({ greenroom }) => greenroom));
