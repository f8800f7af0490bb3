import { join } from "node:path";
import { run } from "../launcher/commands.mjs";
import { step } from "../launcher/output.mjs";
import { onPath, root } from "../launcher/paths.mjs";
import { Problem } from "../launcher/problem.mjs";
import { bundles } from "./bundle.mjs";

/**
 * Builds tools/crowd. Go keeps what has not changed.
 * @returns {Promise<string>} the program's path
 */
export async function buildCrowd() {
  const go = onPath("go");
  if (!go) throw new Problem("The crowd is a Go program. Install Go (https://go.dev/dl).");
  const program = join(bundles, "crowd");
  const env = { ...process.env, CGO_ENABLED: "0", GOWORK: "off", GOFLAGS: "-mod=readonly" };
  const { code, output } = await step("Building the crowd", () =>
    run(go, ["build", "-trimpath", "-buildvcs=false", "-o", program, "."], {
      cwd: join(root, "tools", "crowd"),
      env,
    }),
  );
  if (code !== 0)
    throw new Problem(`${output.trim()}\n\nGo could not build the crowd (see above).`);
  return program;
}
