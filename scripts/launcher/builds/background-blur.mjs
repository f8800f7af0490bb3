import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { root } from "../paths.mjs";

const packages = join(root, "node_modules", "@mediapipe");

/** @param {string} name */
const versionOf = (name) =>
  JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8")).version;

/** Changes with what the files are made of; the address that browsers keep them under. */
export const blurVersion = () =>
  `${versionOf("tasks-vision")}-${versionOf("selfie_segmentation")}-1`;

const folderOf = () => join(root, ".browser-modules", "background-blur", blurVersion());

/** @returns {Promise<Record<string, Uint8Array>>} what a browser needs to find a person in a picture */
async function files() {
  // Not before the packages are installed.
  const { withPictureMetadata } = await import("../programs/segmenter-model.mjs");
  const wasm = join(packages, "tasks-vision", "wasm");
  // Every browser that can blur at all has SIMD.
  const names = ["vision_wasm_internal.js", "vision_wasm_internal.wasm"];
  // The square one of the two: phones are held upright.
  const model = join(packages, "selfie_segmentation", "selfie_segmentation.tflite");
  return {
    ...Object.fromEntries(names.map((name) => [name, readFileSync(join(wasm, name))])),
    "person.tflite": withPictureMetadata(readFileSync(model)),
  };
}

/** Lays them out once a version, packed beside: Brotli takes its time with 9 MB. */
export async function layOutBackgroundBlur() {
  const folder = folderOf();
  if (existsSync(folder)) return;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  for (const [name, content] of Object.entries(await files())) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    };
    writeFileSync(join(unfinished, name), content);
    writeFileSync(
      join(unfinished, `${name}.br`),
      await promisify(brotliCompress)(content, { params }),
    );
  }
  // Another launcher may have been faster.
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
}

export const backgroundBlurIsLaidOut = () => existsSync(folderOf());
