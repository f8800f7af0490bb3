// A process of its own, because Playwright compiles to CommonJS, which the launcher's modules are not.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LogFile } from "../../../scripts/launcher/log-file.mjs";
import { markOf } from "../../../scripts/launcher/processes.mjs";
import { startLiveKit } from "../../../scripts/launcher/services/livekit.mjs";

const folder = mkdtempSync(join(tmpdir(), "greenroom-livekit-"));
const log = new LogFile(folder, "livekit", 1);
const config = JSON.parse(process.argv[2] ?? "");
const program = await startLiveKit(folder, config, log, (_, pid) => markOf(pid));
process.once("disconnect", async () => {
  await program.stop();
  rmSync(folder, { recursive: true });
});
process.send?.("ready");
