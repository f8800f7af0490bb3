import { expect, test } from "vitest";
import { blurAddress } from "@/lib/background-blur/address";
import { Client } from "@/tests/support/api/client";

const files = [
  ["vision_wasm_internal.js", "text/javascript; charset=utf-8"],
  ["vision_wasm_internal.wasm", "application/wasm"],
  ["person.tflite", "application/octet-stream"],
];

test.each(files)(
  "200: %s, compressed or not, from our own origin and cacheable forever",
  async (name, type) => {
    for (const encoding of ["br", "identity"]) {
      const { status, headers, text } = await new Client().send(`${blurAddress}/${name}`, {
        headers: { "accept-encoding": encoding },
      });
      expect(status).toBe(200);
      expect(headers.get("content-type")).toBe(type);
      expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
      expect(text.length).toBeGreaterThan(100_000);
    }
  },
);

test("404: other files and versions", async () => {
  const others = [
    `${blurAddress}/vision_wasm_nosimd_internal.js`,
    `${blurAddress}/..%2f..%2fpackage.json`,
    `${blurAddress}/constructor`,
    "/background-blur/0/person.tflite",
    "/background-blur/..%2f..%2f/package.json",
  ];
  for (const path of others) expect((await new Client().send(path)).status, path).toBe(404);
});
