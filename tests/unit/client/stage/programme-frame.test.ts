import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ProgrammeFrame } from "@/components/stage/programme-frame";
import { TileShell } from "@/components/stage/tile-shell";
import { plainLook } from "@/lib/client/room/look-in";
import type { Tile } from "@/lib/client/stage/stage-layout";
import type { Brand } from "@/lib/contracts/accounts/brand";
import type { StageLook } from "@/lib/contracts/look";

const kit: Brand = {
  ...{ accent: null, text: null, nameSize: "medium" },
  ...{ logo: "/logo", background: "/background", overlay: "/overlay" },
};

/** What the frame draws, in its order. Tiles with a picture have it as `video`. */
function frameOf({ brand = null, people = [], look = {} }: Shown = {}): string {
  return renderToStaticMarkup(
    createElement(ProgrammeFrame, {
      ...{ label: "Stage", live: false, brand, people, show: { title: "Show" } },
      look: { ...plainLook, ...look },
      empty: createElement("p", null, "Nobody is on stage."),
      draw: (index, { whole: _, ...placed }) =>
        createElement(TileShell, {
          ...{ key: index, isScreen: false, name: "Ada", muted: false },
          ...{ words: { shown: "Ada", label: "Ada" }, children: createElement("video") },
          ...placed,
        }),
    }),
  );
}

type Shown = { brand?: Brand | null; people?: Tile[]; look?: Partial<StageLook> };

test("the words for an empty stage lie over the kit's background and overlay, on a scrim", () => {
  const drawn = frameOf({ brand: kit });
  const [, frame = ""] = drawn.split("data-programme");
  const words = frame.indexOf("Nobody is on stage.");
  for (const src of ["/background", "/overlay"]) {
    expect(frame.indexOf(src)).toBeGreaterThan(-1);
    expect(frame.indexOf(src)).toBeLessThan(words);
  }
  expect(frame).toMatch(/<div class="absolute inset-0 z-2 bg-scrim text-scrim-ink"><p>Nobody/);
  expect(frameOf()).toMatch(/<div class="absolute inset-0 z-2"><p>Nobody/);
});

test("only the tiles that lie over another keep their own bars before the background", () => {
  const people: Tile[] = ["ada", "grace"].map((identity) => ({ kind: "face", identity }));
  const opaque = (look: Partial<StageLook>) =>
    frameOf({ brand: kit, people, look }).match(/<figure[^>]*--bars:initial/g)?.length ?? 0;
  expect(opaque({ layout: "picture-in-picture" })).toBe(1);
  expect(opaque({ layout: "grid" })).toBe(0);
});

test("an overlay is shown whole, and never stretched", () => {
  expect(frameOf({ brand: kit })).toMatch(/<img src="\/overlay"[^>]*\bobject-contain\b/);
});
