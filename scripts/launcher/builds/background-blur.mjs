import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";

const packages = join(root, "node_modules", "@mediapipe");

/** @param {string} name */
const versionOf = (name) =>
  JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8")).version;

/** The version in the files' address, which browsers cache them by. Changes with their sources. */
export const blurVersion = () =>
  `${versionOf("tasks-vision")}-${versionOf("selfie_segmentation")}-1`;

/** @returns {Promise<Record<string, Uint8Array>>} by address: what a browser needs to find a person in an image */
export async function blurFiles() {
  // Imported here, because the packages may not be installed before.
  const { withPictureMetadata } = await import("../programs/segmenter-model.mjs");
  const folder = `/background-blur/${blurVersion()}`;
  const wasm = join(packages, "tasks-vision", "wasm");
  // Every browser that can blur has SIMD.
  const names = ["vision_wasm_internal.js", "vision_wasm_internal.wasm"];
  // The square model, since phones are held upright.
  const model = join(packages, "selfie_segmentation", "selfie_segmentation.tflite");
  return {
    ...Object.fromEntries(
      names.map((name) => [`${folder}/${name}`, readFileSync(join(wasm, name))]),
    ),
    [`${folder}/person.tflite`]: withPictureMetadata(readFileSync(model)),
  };
}
