import { expect, test } from "vitest";
import { nearestLocale } from "@/lib/words/locales";

test.each([
  [["de-AT", "en"], "de"],
  [["tlh", "de"], "de"],
  [["en-GB", "de"], "en"],
  [["tlh"], "en"],
  [["constructor"], "en"],
  [[], "en"],
])("for %j the page is in %s", (wished, locale) => {
  expect(nearestLocale(wished)).toBe(locale);
});
