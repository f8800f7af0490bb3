import { expect, test } from "vitest";
import {
  changesTo,
  contrastReport,
  draftAfter,
  drafted,
  typedColour,
} from "@/lib/client/organizations/brand-draft";

const grounds = { light: "#f7f5f2", dark: "#100f0d" };
const plain = {
  ...{ accent: null, text: null, nameSize: "medium" as const },
  ...{ logo: null, background: null, overlay: null },
};

test("a color counts once it is complete, and an empty field means none", () => {
  expect(typedColour(" #1F6F4A ")).toBe("#1f6f4a");
  expect(typedColour("")).toBeNull();
  for (const typed of ["#1f6", "green", "1f6f4a"]) expect(typedColour(typed)).toBeUndefined();
});

test("the preview keeps the saved color while another is typed", () => {
  const brand = { ...plain, accent: "#1f6f4a" };
  const draft = { accent: "#1f6", text: "#ffffff", nameSize: "large" as const };
  expect(drafted(brand, draft)).toEqual({ ...brand, text: "#ffffff", nameSize: "large" });
  expect(drafted(brand, { ...draft, accent: "" }).accent).toBeNull();
});

test("the report names the text color that is used, and the ratio of one that is too weak", () => {
  expect(contrastReport("#1f6f4a", "#ffffff", grounds).text).toMatchObject({
    ...{ is: "good", used: "own" },
  });
  expect(contrastReport("#ffd400", null, grounds).text).toMatchObject({
    ...{ is: "chosen", used: "black" },
  });
  const { text } = contrastReport("#ffd400", "#ffffff", grounds);
  expect(text).toMatchObject({ is: "replaced", used: "black" });
  expect(text.ratio).toBeLessThan(4.5);
});

test("the report warns of an accent color that is hard to see on light or dark pages", () => {
  expect(Object.keys(contrastReport("#ffd400", null, grounds).weak)).toEqual(["light"]);
  expect(Object.keys(contrastReport("#1a1a1a", null, grounds).weak)).toEqual(["dark"]);
  expect(contrastReport("#2f8f63", null, grounds).weak).toEqual({});
});

test("only what was changed is sent, so another admin's changes stay", () => {
  const brand = { ...plain, accent: "#111111" };
  const { accent, text } = brand;
  expect(changesTo(brand, { accent, text, nameSize: "large" })).toEqual({ nameSize: "large" });
  expect(changesTo(brand, { accent: null, text, nameSize: "medium" })).toEqual({ accent: null });
});

test("what is typed while saving stays", () => {
  const sent = { accent: "#1F6F4A", text: "", nameSize: "medium" as const };
  const saved = { ...plain, accent: "#1f6f4a" };
  expect(draftAfter(saved, sent, { ...sent, text: "#ff" })).toEqual({
    ...{ accent: "#1f6f4a", text: "#ff", nameSize: "medium" },
  });
});
