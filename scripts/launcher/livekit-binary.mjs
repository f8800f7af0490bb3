import { readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { findInCache, placeInCache, withDraft } from "./cache.mjs";
import { run } from "./commands.mjs";
import { step } from "./output.mjs";
import { isProgram, onPath, root } from "./paths.mjs";
import { Problem } from "./problem.mjs";

const module = "github.com/livekit/livekit-server";
const toolDir = join(root, "tools", "livekit");

/** @returns the pinned LiveKit and the oldest Go that can build it */
function pinnedVersions() {
  const goMod = readFileSync(join(toolDir, "go.mod"), "utf8");
  const version = new RegExp(`${module} (v\\S+)`).exec(goMod)?.[1];
  const goVersion = /^go (\S+)$/m.exec(goMod)?.[1];
  if (!version || !goVersion) throw new Error(`tools/livekit/go.mod does not pin ${module}.`);
  return { version, goVersion };
}

/**
 * @param {string} go
 * @param {string} goVersion
 * @param {string} target
 */
function build(go, goVersion, target) {
  // A go.work or a -mod=vendor of the person's own has no say in this build.
  const env = { ...process.env, CGO_ENABLED: "0", GOWORK: "off", GOFLAGS: "-mod=readonly" };
  return withDraft(target, async (draft) => {
    const program = join(draft, "livekit-server");
    const args = ["build", "-trimpath", "-ldflags=-s -w", "-o", program, `${module}/cmd/server`];
    const { code, output } = await run(go, args, { cwd: toolDir, env });
    if (code !== 0) {
      throw new Problem(
        `${output.trim()}\n\nGo could not build LiveKit (see above); it takes Go ${goVersion} or newer, and a connection to the Go module proxy. Or install livekit-server (https://docs.livekit.io/transport/self-hosting/), or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET.`,
      );
    }
    renameSync(program, target);
  });
}

/**
 * Finds livekit-server: on the PATH, built earlier, or built now with Go from the version that
 * tools/livekit pins.
 * @returns {Promise<string>} the program's path
 */
export async function requireLiveKit() {
  const installed = onPath("livekit-server");
  if (installed) return installed;

  const { version, goVersion } = pinnedVersions();
  const file = `livekit-server-${version}-${process.platform}-${process.arch}`;
  const built = findInCache(file, isProgram);
  if (built) return built;

  const go = onPath("go");
  if (!go) {
    throw new Problem(
      "Greenroom needs LiveKit: install Go (https://go.dev/dl) and it builds its own, or install livekit-server (https://docs.livekit.io/transport/self-hosting/), or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET.",
    );
  }
  const target = placeInCache(file);
  await step(`Building LiveKit ${version} with Go, once (one to three minutes)`, () =>
    build(go, goVersion, target),
  );
  return target;
}
