import { buildApp } from "./builds/next-build.mjs";
import { bundleConsole } from "./builds/server-bundle.mjs";
import { requireDependencies } from "./setup.mjs";

/** Builds everything that scripts/prebuilt.mjs runs, without starting anything. Needs no settings. */
export async function build() {
  await requireDependencies();
  await buildApp(".next");
  await bundleConsole(".next");
  return 0;
}
