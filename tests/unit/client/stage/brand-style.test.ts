import { expect, test } from "vitest";
import { brandIn } from "@/lib/client/room/look-in";
import { brandStyle } from "@/lib/client/stage/brand-style";

const plain = {
  ...{ accent: null, text: null, nameSize: "medium" as const },
  ...{ logo: null, background: null, overlay: null },
};

test("without a brand, or without what differs, the programme looks as usual", () => {
  expect(brandStyle(null)).toEqual({});
  expect(brandStyle({ ...plain, text: "#ffffff", logo: "/logo" })).toEqual({});
});

test("text is always readable on the accent color", () => {
  const style = (text: string | null) => brandStyle({ ...plain, accent: "#ffd400", text });
  expect(style("#ffffff")).toEqual({ "--brand-ground": "#ffd400", "--brand-ink": "#000000" });
  expect(style("#3a2a00")).toMatchObject({ "--brand-ink": "#3a2a00" });
});

test("a room's metadata has a brand or none; before its look is known, it says nothing", () => {
  const brand = { ...plain, accent: "#ffd400" };
  expect(brandIn(JSON.stringify({ look: {}, brand }))).toEqual(brand);
  expect(brandIn(JSON.stringify({ look: {} }))).toBeNull();
  expect(brandIn(JSON.stringify({ brand }))).toEqual(brand);
  expect(brandIn(JSON.stringify({ brand: null }))).toBeNull();
  for (const unknown of [undefined, "", "{}", "no JSON"]) expect(brandIn(unknown)).toBeUndefined();
});
