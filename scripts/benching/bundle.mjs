import { join } from "node:path";
import { root } from "../launcher/paths.mjs";

export const bundles = join(root, ".artifacts", "bench");

/** The bench is TypeScript, and half of it runs in pages: it is bundled at each start, within a second. */
export async function bundle() {
  const { build } = await import("esbuild");
  const common = { bundle: true, outdir: bundles, logLevel: /** @type {const} */ ("warning") };
  const bench = (/** @type {string} */ file) => join(root, "bench", file);
  await build({
    ...common,
    entryPoints: [
      { in: bench("main.ts"), out: "main" },
      { in: bench("bare/server.ts"), out: "server" },
    ],
    outExtension: { ".js": ".mjs" },
    platform: "node",
    format: "esm",
    target: "node22",
    packages: "external",
    sourcemap: true,
  });
  await build({
    ...common,
    entryPoints: [
      { in: bench("page/observer.ts"), out: "observer" },
      { in: bench("bare/page.ts"), out: "page" },
    ],
    format: "iife",
    target: "es2022",
    minify: true,
  });
}
