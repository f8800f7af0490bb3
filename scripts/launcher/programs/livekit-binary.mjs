import { mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { run } from "../commands.mjs";
import { step } from "../output.mjs";
import { isProgram, onPath, root } from "../paths.mjs";
import { Problem } from "../problem.mjs";
import { findInCache, placeInCache, withDraft } from "./cache.mjs";
import { fetchGo, pinnedGo } from "./go-toolchain.mjs";
import { isOlder } from "./node-version.mjs";

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
 * @param {string} oldest
 * @returns {Promise<string | null>} the installed Go, if it is new enough or fetches one that is
 */
async function installedGo(oldest) {
  const go = onPath("go");
  if (!go) return null;
  // Run next to our go.mod, where Go 1.21 and newer switches to the version that go.mod asks for.
  const { code, output } = await run(go, ["env", "GOVERSION"], { cwd: toolDir });
  const version = /^go(\d+\.\d+(?:\.\d+)?)/m.exec(output)?.[1];
  return code === 0 && version && !isOlder(version, oldest) ? go : null;
}

/**
 * A Go that is fetched for this build. It keeps everything in the draft folder and is removed with it.
 * @param {string} draft
 */
async function temporaryGo(draft) {
  const pinned = pinnedGo();
  if (!pinned) {
    throw new Problem(
      "Greenroom needs LiveKit. Install Go (https://go.dev/dl) so that it can build LiveKit, install livekit-server (https://docs.livekit.io/transport/self-hosting/), or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET.",
    );
  }
  const go = await fetchGo(pinned, draft);
  const GOTMPDIR = join(draft, "tmp");
  mkdirSync(GOTMPDIR);
  const own = { GOENV: "off", GOROOT: join(draft, "go"), GOTOOLCHAIN: "local", GOTMPDIR };
  const env = { ...own, GOPATH: join(draft, "path"), GOCACHE: join(draft, "cache") };
  // By default modules are read-only and could not be removed.
  return { go, env, flags: " -modcacherw" };
}

/**
 * @param {string | null} installed
 * @param {string} version
 * @param {string} target
 */
function build(installed, version, target) {
  return withDraft(target, async (draft) => {
    const program = join(draft, "livekit-server");
    const { go, env, flags } = installed
      ? { go: installed, env: {}, flags: "" }
      : await temporaryGo(draft);
    const args = ["build", "-trimpath", "-ldflags=-s -w", "-o", program, `${module}/cmd/server`];
    // Ignores the user's own go.work and -mod=vendor.
    const own = {
      CGO_ENABLED: "0",
      GOWORK: "off",
      GOFLAGS: `-mod=readonly -buildvcs=false${flags}`,
    };
    const { code, output } = await step(
      `Building LiveKit ${version} with Go, once (one to four minutes)`,
      () => run(go, args, { cwd: toolDir, env: { ...process.env, ...env, ...own } }),
    );
    if (code !== 0) {
      throw new Problem(
        `${output.trim()}\n\nGo could not build LiveKit (see above). The build needs a connection to the Go module proxy. Alternatively, install livekit-server (https://docs.livekit.io/transport/self-hosting/), or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET.`,
      );
    }
    renameSync(program, target);
  });
}

/**
 * Finds livekit-server on the PATH or built earlier, or builds the version that tools/livekit pins, with
 * the installed Go or one that is fetched for it.
 * @returns {Promise<string>} the program's path
 */
export async function requireLiveKit() {
  const installed = onPath("livekit-server");
  if (installed) return installed;
  const { version, goVersion } = pinnedVersions();
  const file = `livekit-server-${version}-${process.platform}-${process.arch}`;
  const built = findInCache(file, isProgram);
  if (built) return built;
  const target = placeInCache(file);
  await build(await installedGo(goVersion), version, target);
  return target;
}
