import { afterEach, expect, test, vi } from "vitest";
import { learnWords } from "@/lib/client/server-api/say";
import { unreachable } from "@/lib/client/server-api/unreachable";
import { catalogues } from "@/lib/words/catalogues";
import { locales } from "@/lib/words/locales";

afterEach(() => {
  vi.unstubAllGlobals();
  learnWords("en", catalogues.en);
});

test.each(locales)("only a browser that is offline says so, in %s", (locale) => {
  learnWords(locale, catalogues[locale]);
  const { offline, unreachable: noAnswer } = catalogues[locale].problems;
  vi.stubGlobal("navigator", { onLine: false });
  expect(unreachable()).toBe(offline);
  vi.stubGlobal("navigator", { onLine: true });
  expect(unreachable()).toBe(noAnswer);
});
