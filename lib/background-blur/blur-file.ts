import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { blurAddress } from "./address";

const types: Record<string, string> = {
  "vision_wasm_internal.js": "text/javascript; charset=utf-8",
  "vision_wasm_internal.wasm": "application/wasm",
  "person.tflite": "application/octet-stream",
};

/** Read when it is asked for: 9 MB that few ever need are not kept in memory. */
export async function blurFile(version: string, name: string, { packed }: { packed: boolean }) {
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (!type || `/background-blur/${version}` !== blurAddress) return null;
  const folder = join(/* turbopackIgnore: true */ process.cwd(), ".browser-modules", blurAddress);
  return { type, body: await readFile(join(folder, packed ? `${name}.br` : name)) };
}
