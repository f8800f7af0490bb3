import { runCommand } from "./launcher/run-command.mjs";

runCommand(() => import("./benching/bench.mjs").then(({ bench }) => bench));
