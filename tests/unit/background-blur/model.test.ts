import { readFileSync } from "node:fs";
import { ByteBuffer } from "flatbuffers";
import { expect, test } from "vitest";
import { blurAddress } from "@/lib/background-blur/address";
import { blurVersion } from "@/scripts/launcher/builds/background-blur.mjs";
import { withPictureMetadata } from "@/scripts/launcher/programs/segmenter-model.mjs";

const source = "node_modules/@mediapipe/selfie_segmentation/selfie_segmentation.tflite";
const model = new Uint8Array(readFileSync(source));

/** Where a vector of the model starts, and its length. */
function vectorIn(bytes: Uint8Array, field: number) {
  const buffer = new ByteBuffer(bytes);
  const root = buffer.readInt32(0);
  const place = root + buffer.__offset(root, 4 + 2 * field);
  const start = buffer.__vector(place);
  const length = buffer.__vector_len(place);
  return { buffer, start, length };
}

/** The bytes of the model's weights and constants, in order. */
function contents(bytes: Uint8Array): string[] {
  const { buffer, start, length } = vectorIn(bytes, 4);
  return Array.from({ length }, (_, at) => {
    const table = buffer.__indirect(start + 4 * at);
    const field = buffer.__offset(table, 4);
    if (!field) return "";
    const from = buffer.__vector(table + field);
    expect(from % 16, "its alignment").toBe(0);
    const data = bytes.subarray(from, from + buffer.__vector_len(table + field));
    return Buffer.from(data).toString("base64");
  });
}

test("the URL that is cached forever changes with the packages", () => {
  expect(blurAddress).toBe(`/background-blur/${blurVersion()}`);
});

test("the model keeps every byte of its weights, and gains a description of its picture", () => {
  const described = withPictureMetadata(model);
  expect(ident(described)).toBe("TFL3");
  const before = contents(model);
  const now = contents(described);
  expect(now.slice(0, -1)).toEqual(before);
  expect(
    Buffer.from(now.at(-1) ?? "", "base64")
      .subarray(4, 8)
      .toString(),
  ).toBe("M001");
  expect(vectorIn(described, 6).length).toBe(1);
  expect(vectorIn(described, 2).length).toBe(vectorIn(model, 2).length);
});

const ident = (bytes: Uint8Array) => Buffer.from(bytes.subarray(4, 8)).toString();
