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
/** Go unpacked, the modules of LiveKit, and what the compiler keeps while it works. */
const neededMegabytes = 1_500;

/** @typedef {{ version: string, megabytes: number, go: string, hash: string }} PinnedGo */

/** @returns {PinnedGo | null} the Go that can be fetched for this system */
export function pinnedGo() {
  const file = join(root, "tools", "livekit", "go-toolchain.json");
  const { version, megabytes, systems } = JSON.parse(readFileSync(file, "utf8"));
  const system = systems[`${process.platform}-${process.arch}`];
  return system ? { version, megabytes, ...system } : null;
}

/** The addresses in GOPROXY; `direct` and `off` name none, since Go itself is no git repository. */
function proxies() {
  const entries = (process.env.GOPROXY || publicProxy).split(/[,|]/).map((entry) => entry.trim());
  return entries.filter((entry) => /^https?:\/\//.test(entry));
}

/** @param {string} folder */
function requireSpace(folder) {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= neededMegabytes * mega) return;
  throw new Problem(
    `Building LiveKit takes ${neededMegabytes} MB for a few minutes, and ${dirname(folder)} has ${Math.floor((bavail * bsize) / mega)} MB: make room there, or set XDG_CACHE_HOME to a folder on a larger disk.`,
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
      `Greenroom needs Go to build LiveKit, and GOPROXY (${process.env.GOPROXY}) names no proxy to fetch it from: install Go, or set GOPROXY.`,
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
    `Greenroom could not fetch Go to build LiveKit (${reason}): check the connection, set GOPROXY to a Go module proxy, or install Go (https://go.dev/dl) or livekit-server.`,
  );
}

/**
 * A zip of a module carries no permissions.
 * @param {string} goRoot
 * @param {string} folder
 */
function makeExecutable(goRoot, folder) {
  for (const entry of readdirSync(join(goRoot, folder), { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
}

/**
 * Fetches Go itself from the module proxy, as GOTOOLCHAIN does. Nothing of it runs, and no file of
 * it can be executed, before all of it has the pinned hash.
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
      `What the Go module proxy sent is not Go ${pinned.version}: its hash is ${hash}, and must be ${pinned.hash}. Nothing of it was run. Set GOPROXY to another proxy, or install Go (https://go.dev/dl).`,
    );
  }
  rmSync(zip);
  for (const folder of ["bin", "pkg/tool"]) makeExecutable(goRoot, folder);
  return join(goRoot, "bin", "go");
}
