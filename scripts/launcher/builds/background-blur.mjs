import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";

const packages = join(root, "node_modules", "@mediapipe");

/** @param {string} name */
const versionOf = (name) =>
  JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8")).version;

/** Changes with what the files are made of; the address that browsers keep them under. */
export const blurVersion = () =>
  `${versionOf("tasks-vision")}-${versionOf("selfie_segmentation")}-1`;

/** @returns {Promise<Record<string, Uint8Array>>} by address: what a browser needs to find a person in a picture */
export async function blurFiles() {
  // Not before the packages are installed.
  const { withPictureMetadata } = await import("../programs/segmenter-model.mjs");
  const folder = `/background-blur/${blurVersion()}`;
  const wasm = join(packages, "tasks-vision", "wasm");
  // Every browser that can blur at all has SIMD.
  const names = ["vision_wasm_internal.js", "vision_wasm_internal.wasm"];
  // The square one of the two: phones are held upright.
  const model = join(packages, "selfie_segmentation", "selfie_segmentation.tflite");
  return {
    ...Object.fromEntries(
      names.map((name) => [`${folder}/${name}`, readFileSync(join(wasm, name))]),
    ),
    [`${folder}/person.tflite`]: withPictureMetadata(readFileSync(model)),
  };
}
