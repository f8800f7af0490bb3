import { chmodSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../commands.mjs";
import { step } from "../output.mjs";
import { root } from "../paths.mjs";
import { Problem, sentenceOf } from "../problem.mjs";
import { unpackModule } from "./unpack-module.mjs";

const module = "golang.org/toolchain";
const downloadScript = fileURLToPath(new URL("download.mjs", import.meta.url));
const publicProxy = "https://proxy.golang.org,direct";
const mega = 1_000_000;
/** The unpacked Go, LiveKit's modules and the compiler's caches. */
const neededMegabytes = 1_500;

/** @typedef {{ version: string, megabytes: number, go: string, hash: string }} PinnedGo */

/** @returns {PinnedGo | null} the Go to fetch for this system; null if there is none */
export function pinnedGo() {
  const file = join(root, "tools", "livekit", "go-toolchain.json");
  const { version, megabytes, systems } = JSON.parse(readFileSync(file, "utf8"));
  const system = systems[`${process.platform}-${process.arch}`];
  return system ? { version, megabytes, ...system } : null;
}

/** The proxies in GOPROXY. `direct` and `off` do not count, since Go itself is not a git repository. */
function proxies() {
  const entries = (process.env.GOPROXY || publicProxy).split(/[,|]/).map((entry) => entry.trim());
  return entries.filter((entry) => /^https?:\/\//.test(entry));
}

/** @param {string} folder */
function requireSpace(folder) {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= neededMegabytes * mega) return;
  throw new Problem(
    `Building LiveKit temporarily needs ${neededMegabytes} MB, but ${dirname(folder)} has only ${Math.floor((bavail * bsize) / mega)} MB. Free up space there, or set XDG_CACHE_HOME to a folder on a larger disk.`,
  );
}

/** @param {string} file */
const megabytesOf = (file) =>
  Math.floor((statSync(file, { throwIfNoEntry: false })?.size ?? 0) / mega);

/**
 * @param {PinnedGo} pinned
 * @param {string} file
 */
async function downloadGo({ version, megabytes, go }, file) {
  const addresses = proxies();
  if (addresses.length === 0) {
    throw new Problem(
      `Greenroom needs Go to build LiveKit, but GOPROXY (${process.env.GOPROXY}) names no proxy to fetch it from. Install Go, or set GOPROXY.`,
    );
  }
  const env = { ...process.env, NODE_USE_ENV_PROXY: "1" };
  const label = () =>
    `Fetching Go ${version} to build LiveKit, once (${megabytesOf(file)} of ${megabytes} MB)`;
  let reason = "";
  for (const address of addresses) {
    const url = `${address.replace(/\/$/, "")}/${module}/@v/v0.0.1-go${version}.${go}.zip`;
    const { code, output } = await step(label, () =>
      run(process.execPath, [downloadScript, url, file], { env }),
    );
    if (code === 0) return;
    reason = output.trim();
  }
  throw new Problem(
    `Greenroom could not fetch Go to build LiveKit (${reason}). Check your connection, set GOPROXY to a Go module proxy, or install Go (https://go.dev/dl) or livekit-server.`,
  );
}

/**
 * A module's zip has no file permissions.
 * @param {string} goRoot
 * @param {string} folder
 */
function makeExecutable(goRoot, folder) {
  for (const entry of readdirSync(join(goRoot, folder), { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
}

/**
 * Fetches Go itself from the module proxy, as GOTOOLCHAIN does. Its files are not executable until the
 * whole download matches the pinned hash.
 * @param {PinnedGo} pinned
 * @param {string} draft an empty folder, removed by the caller
 * @returns {Promise<string>} the go command
 */
export async function fetchGo(pinned, draft) {
  requireSpace(draft);
  const zip = join(draft, "go.zip");
  const goRoot = join(draft, "go");
  await downloadGo(pinned, zip);
  const prefix = `${module}@v0.0.1-go${pinned.version}.${pinned.go}/`;
  const hash = await step("Unpacking Go", () => unpackModule(zip, goRoot, prefix)).catch(
    (error) => `none (${sentenceOf(error)})`,
  );
  if (hash !== pinned.hash) {
    throw new Problem(
      `The download from the Go module proxy is not Go ${pinned.version}: its hash is ${hash}, but must be ${pinned.hash}. It was not run. Set GOPROXY to another proxy, or install Go (https://go.dev/dl).`,
    );
  }
  rmSync(zip);
  for (const folder of ["bin", "pkg/tool"]) makeExecutable(goRoot, folder);
  return join(goRoot, "bin", "go");
}
