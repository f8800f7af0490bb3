import { Builder, ByteBuffer } from "flatbuffers";

/** @typedef {import("flatbuffers").Offset} Offset */

/** The field numbers of Model in TensorFlow Lite's schema. */
const modelField = {
  version: 0,
  operators: 1,
  subgraphs: 2,
  description: 3,
  buffers: 4,
  indexes: 5,
};
const metadataField = 6;

/**
 * @param {Builder} builder
 * @param {Offset[]} offsets
 */
function vectorOf(builder, offsets) {
  builder.startVector(4, offsets.length, 4);
  for (const offset of offsets.toReversed()) builder.addOffset(offset);
  return builder.endVector();
}

/**
 * @param {Builder} builder
 * @param {number} size the number of fields, including unset ones
 * @param {Record<number, Offset>} fields
 */
function tableOf(builder, size, fields) {
  builder.startObject(size);
  for (const [at, offset] of Object.entries(fields)) builder.addFieldOffset(Number(at), offset, 0);
  return builder.endObject();
}

/**
 * @param {Builder} builder
 * @param {number} value
 */
function oneFloat(builder, value) {
  builder.startVector(4, 1, 4);
  builder.addFloat32(value);
  return builder.endVector();
}

/** The images that the model expects: colours from 0 to 1 (tflite's metadata_schema.fbs). */
function pictureMetadata() {
  const builder = new Builder(256);
  const normalization = tableOf(builder, 2, { 0: oneFloat(builder, 0), 1: oneFloat(builder, 255) });
  builder.startObject(2);
  builder.addFieldInt8(0, 1, 0);
  builder.addFieldOffset(1, normalization, 0);
  const unit = builder.endObject();
  const input = tableOf(builder, 7, { 4: vectorOf(builder, [unit]) });
  const output = tableOf(builder, 7, {});
  const inputs = vectorOf(builder, [input]);
  const subgraph = tableOf(builder, 8, { 2: inputs, 3: vectorOf(builder, [output]) });
  builder.finish(tableOf(builder, 8, { 3: vectorOf(builder, [subgraph]) }), "M001");
  return builder.asUint8Array();
}

/**
 * @param {Builder} builder
 * @param {Uint8Array} bytes
 */
function bufferOf(builder, bytes) {
  builder.startVector(1, bytes.length, 16);
  for (const byte of bytes.toReversed()) builder.addInt8(byte);
  return tableOf(builder, 3, { 0: builder.endVector() });
}

/**
 * Adds the metadata that MediaPipe's tasks require to a model. The model itself stays unchanged: since
 * offsets only point forwards, a new root goes in front of the old bytes and points into them.
 * @param {Uint8Array} model
 */
export function withPictureMetadata(model) {
  const old = new ByteBuffer(model);
  const root = old.readInt32(0);
  const builder = new Builder(model.length + 4_096);
  // Weights must stay aligned.
  const padding = -model.length & 15;
  builder.prep(16, model.length + padding);
  builder.pad(padding);
  for (const byte of model.toReversed()) builder.writeInt8(byte);
  const start = builder.offset();
  /** @param {number} field */
  const placeOf = (field) => root + old.__offset(root, 4 + 2 * field);
  /** @param {number} place */
  const target = (place) => start - place - old.readInt32(place);

  const list = old.__vector(placeOf(modelField.buffers));
  const count = old.__vector_len(placeOf(modelField.buffers));
  const kept = Array.from({ length: count }, (_, at) => target(list + 4 * at));
  const buffers = vectorOf(builder, [...kept, bufferOf(builder, pictureMetadata())]);
  const name = builder.createString("TFLITE_METADATA");
  builder.startObject(2);
  builder.addFieldOffset(0, name, 0);
  builder.addFieldInt32(1, count, 0);
  const metadata = vectorOf(builder, [builder.endObject()]);

  builder.startObject(8);
  builder.addFieldInt32(modelField.version, old.readInt32(placeOf(modelField.version)), 0);
  for (const field of [modelField.operators, modelField.subgraphs, modelField.description]) {
    builder.addFieldOffset(field, target(placeOf(field)), 0);
  }
  builder.addFieldOffset(modelField.indexes, target(placeOf(modelField.indexes)), 0);
  builder.addFieldOffset(modelField.buffers, buffers, 0);
  builder.addFieldOffset(metadataField, metadata, 0);
  builder.finish(builder.endObject(), "TFL3");
  return builder.asUint8Array();
}
