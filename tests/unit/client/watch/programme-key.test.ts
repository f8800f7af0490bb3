import { expect, it } from "vitest";
import { keyIn } from "@/lib/client/watch/programme-key";

it("reads the key in a link", () => {
  expect(keyIn("#key=first", "")).toBe("first");
  expect(keyIn("#key=second", "first")).toBe("second");
});

it("keeps the key when another fragment replaces it", () => {
  for (const hash of ["#main", "#", "", "#key="]) expect(keyIn(hash, "first")).toBe("first");
});

it("finds none in a link without its fragment", () => {
  for (const hash of ["", "#main", "#key="]) expect(keyIn(hash, "")).toBe("");
});
