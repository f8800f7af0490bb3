import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";
import { blurFiles } from "./background-blur.mjs";
import { layOutPublicFiles, privateFolder, publicFilesExist } from "./public-files.mjs";

const source = join(root, "lib", "client", "first-picture");

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  // Nothing is written there, but esbuild needs it to name style sheets.
  outdir: root,
  write: false,
  minify: true,
  legalComments: "none",
  target: "es2022",
  platform: "browser",
  absWorkingDir: root,
  metafile: true,
};

/**
 * @param {import("esbuild").BuildOptions} options
 * @returns {Promise<{ code: string, style: string, names: string[] }>} the bundle, the style sheet that it
 *   imports, and its exports
 */
async function bundle(options) {
  // Imported here, because the packages may not be installed before.
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({ ...common, ...options });
  const textOf = (/** @type {string} */ kind) =>
    outputFiles?.find(({ path }) => path.endsWith(kind))?.text.trim() ?? "";
  const [output] = Object.values(metafile?.outputs ?? {}).filter(({ entryPoint }) => entryPoint);
  return { code: textOf(".js"), style: textOf(".css"), names: output?.exports ?? [] };
}

/**
 * @param {Map<string, string | Uint8Array>} files that the build will serve; the module is added
 * @param {string} name
 * @param {string} code
 * @returns {string} its address
 */
function publish(files, name, code) {
  const hash = createHash("sha256").update(code).digest("base64url").slice(0, 12);
  const address = `/modules/${name}.${hash}.js`;
  files.set(address, code);
  return address;
}

/**
 * Replaces the package in Next's browser bundles. All pages share one copy of livekit-client, so that a
 * Room created by one script is a Room to every other. The URL is absolute, because in a sandboxed
 * frame our scripts are cross-origin, and import() in a cross-origin script has no base URL.
 * @param {string} url
 * @param {string[]} names
 */
function standIn(url, names) {
  return `const it = await import(/* turbopackIgnore: true */ location.origin + "${url}");
export const { ${names.join(", ")} } = it;
`;
}

/**
 * The style sheet of the watch page's outline, and its generated class names.
 * @returns {Promise<{ style: string, classes: Record<string, string> }>}
 */
async function bundleOutline() {
  const contents = `
    import room from "./components/watch/watch-room.module.css";
    import outline from "./lib/client/first-picture/outline.module.css";
    export default { ...room, ...outline };`;
  const stdin = { contents, resolveDir: root };
  const { code, style } = await bundle({ stdin, format: "esm" });
  const made = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return { style, classes: made.default };
}

/**
 * Builds what browsers load besides Next's own bundles: the modules of lib/client/first-picture, which
 * takes about a second, and the background blur files, which are compressed once per version.
 * @param {string} distDir of the build that they belong to
 */
export async function buildBrowserModules(distDir) {
  const folder = privateFolder(distDir);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  /** @type {Map<string, string | Uint8Array>} */
  const files = new Map(Object.entries(await blurFiles()));
  const liveKit = await bundle({
    stdin: { contents: 'export * from "livekit-client"', resolveDir: root },
    format: "esm",
  });
  const liveKitUrl = publish(files, "livekit-client", liveKit.code);
  writeFileSync(join(folder, "livekit-client.mjs"), standIn(liveKitUrl, liveKit.names));
  const boot = await bundle({
    entryPoints: [join(source, "boot.ts")],
    format: "esm",
    external: [liveKitUrl],
    alias: { "livekit-client": liveKitUrl },
  });
  const late = await bundle({ entryPoints: [join(source, "late-page.ts")], format: "iife" });
  const manifest = {
    liveKit: liveKitUrl,
    boot: publish(files, "first-picture", boot.code),
    late: late.code,
    outline: await bundleOutline(),
  };
  await layOutPublicFiles(distDir, files);
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
}

/**
 * Whether the modules exist. The build's stamp tells whether they are up to date.
 * @param {string} distDir
 */
export const browserModulesAreBuilt = (distDir) =>
  existsSync(join(privateFolder(distDir), "manifest.json")) && publicFilesExist(distDir);
