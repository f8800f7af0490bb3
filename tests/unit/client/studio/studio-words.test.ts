import { beforeAll, describe, expect, test } from "vitest";
import { learnWords } from "@/lib/client/server-api/say";
import { knockWords, titled } from "@/lib/client/waiting-room/use-knock-alert";
import { catalogues } from "@/lib/words/catalogues";

beforeAll(() => learnWords("en", catalogues.en));

const named = (...names: string[]) => names.map((name) => ({ name }));

describe("the announcement of a knock", () => {
  test("names the guests, and counts a crowd", () => {
    expect(knockWords(named("Ada"))).toBe("Ada asks to join");
    expect(knockWords(named("Ada", "Grace"))).toBe("Ada and Grace ask to join");
    expect(knockWords(named("Ada", "Grace", "Linus"))).toBe("Ada and 2 others ask to join");
    expect(knockWords([])).toBe("");
  });

  test("the tab's title has the count once, and loses it again", () => {
    expect(titled("Studio", 2)).toBe("(2) Studio");
    expect(titled("(2) Studio", 3)).toBe("(3) Studio");
    expect(titled("(3) Studio", 0)).toBe("Studio");
  });
});
