import { describe, expect, it } from "vitest";
import { afterScroll, type Stick, stuck } from "@/lib/client/chat/stick-to-end";

const clientHeight = 400;
const at = (scrollTop: number, scrollHeight: number) => ({ scrollTop, scrollHeight, clientHeight });
const timeline = (...sights: ReturnType<typeof at>[]): Stick => sights.reduce(afterScroll, stuck);

describe("a chat scrolled to its end", () => {
  it("stays there when more messages arrive before the browser reports its own scroll", () => {
    // Moved to the end at a height of 1000; 300 more are there when the scroll is reported.
    expect(timeline(at(600, 1_300)).sticks).toBe(true);
    expect(timeline(at(600, 1_000), at(700, 1_400), at(1_000, 2_000)).sticks).toBe(true);
  });

  it("is left when the reader scrolls up, and only then", () => {
    expect(timeline(at(600, 1_000), at(500, 1_000)).sticks).toBe(false);
    expect(timeline(at(600, 1_000), at(570, 1_000)).sticks, "a little is not enough").toBe(true);
  });

  it("follows again once the reader is back at the end", () => {
    expect(timeline(at(600, 1_000), at(300, 1_000), at(450, 1_000)).sticks).toBe(false);
    expect(timeline(at(600, 1_000), at(300, 1_000), at(590, 1_000)).sticks).toBe(true);
  });
});
