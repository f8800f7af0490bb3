import { describe, expect, it } from "vitest";
import { ageOfBarcode, barcodeCells, encodeBarcode } from "@/bench/page/barcode";

const paintedAt = Date.UTC(2026, 10, 21, 12, 0, 0, 123);

describe("the stamp in the camera's picture", () => {
  it("shows how old the picture is", () => {
    expect(ageOfBarcode(encodeBarcode(paintedAt), paintedAt + 67)).toBe(67);
  });

  it("is readable when its 26 bits wrap around", () => {
    const lastOfRound = 2 ** 26 - 1;
    expect(ageOfBarcode(encodeBarcode(lastOfRound), lastOfRound + 40)).toBe(40);
  });

  it("is not read if one cell was misread", () => {
    const cells = encodeBarcode(paintedAt);
    const wrong = cells.map((_, at) => cells.map((cell, index) => (index === at ? !cell : cell)));
    expect(wrong.map((each) => ageOfBarcode(each, paintedAt))).toEqual(cells.map(() => null));
  });

  it.each([true, false])("is not a picture of a single colour (%s)", (white) => {
    const cells = Array.from({ length: barcodeCells }, () => white);
    expect(ageOfBarcode(cells, paintedAt)).toBeNull();
  });
});
