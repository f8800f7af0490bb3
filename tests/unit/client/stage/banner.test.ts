import { expect, it } from "vitest";
import { bannerOf } from "@/components/stage/lower-texts";
import { canvas } from "@/lib/client/stage/stage-layout";
import { bannerMax } from "@/lib/contracts/common/limits";

const heightOf = (text: string, width = canvas.width) => bannerOf(text, { width }).height;

it("a short banner is one large line, a longer one smaller, and the longest has as many lines as it needs", () => {
  const [short, longer, longest] = [20, 70, bannerMax].map((count) =>
    bannerOf("a".repeat(count), canvas),
  );
  expect(short?.size).toBe(44);
  expect(longer?.size).toBeLessThan(44);
  expect(longest?.height).toBeGreaterThan(2 * (longest?.size ?? 0));
});

it("wide letters need more room than narrow ones", () => {
  expect(heightOf("字".repeat(bannerMax))).toBeGreaterThan(heightOf("a".repeat(bannerMax)));
  expect(bannerOf("A".repeat(60), canvas).size).toBeLessThan(bannerOf("a".repeat(60), canvas).size);
});

it("in a narrow picture, the longest banner gets more lines", () => {
  expect(heightOf("字".repeat(bannerMax), 800)).toBeGreaterThan(2 * heightOf("字".repeat(40), 800));
});
