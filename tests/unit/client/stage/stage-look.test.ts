import { expect, test } from "vitest";
import {
  beginLookDraft,
  draftedLook,
  type LookEvent,
  lookDraft,
  lookIn,
  plainLook,
} from "@/lib/client/stage/stage-look";

const after = (...events: LookEvent[]) => events.reduce(lookDraft, beginLookDraft(plainLook));
const wish = (id: number, change: object): LookEvent => ({ type: "wished", id, change });
const grid = { ...plainLook, layout: "grid" } as const;
const banner = { ...plainLook, banner: "Hello" };

test("a look is read from the room, and from nothing else that may stand there", () => {
  expect(lookIn(JSON.stringify({ look: grid }))).toEqual(grid);
  for (const other of [undefined, "", "no JSON", "{}", '{"look":null}']) {
    expect(lookIn(other)).toBeNull();
  }
});

test("a wish is seen at once, and taken back when it is refused", () => {
  const wished = after(wish(1, { layout: "grid" }));
  expect(draftedLook(wished)).toEqual(grid);
  expect(draftedLook(lookDraft(wished, { type: "refused", id: 1 }))).toEqual(plainLook);
});

test("granted before the room is told: it stays, without a step back", () => {
  const granted = after(wish(1, { layout: "grid" }), { type: "granted", id: 1, look: grid });
  expect(draftedLook(granted)).toEqual(grid);
  const told = lookDraft(granted, { type: "told", look: grid });
  expect(draftedLook(told)).toEqual(grid);
});

test("another host's word that came after is not hidden by a late answer", () => {
  const theirs = { ...plainLook, layout: "screen" } as const;
  const late = after(
    wish(1, { layout: "grid" }),
    { type: "told", look: grid },
    { type: "told", look: theirs },
    { type: "granted", id: 1, look: grid },
  );
  expect(draftedLook(late)).toEqual(theirs);
});

test("two wishes at once: the refusal of one leaves the other", () => {
  const both = after(wish(1, { layout: "grid" }), wish(2, { banner: "Hello" }));
  expect(draftedLook(both)).toEqual({ ...grid, banner: "Hello" });
  expect(draftedLook(lookDraft(both, { type: "refused", id: 1 }))).toEqual(banner);
});

test("another host's change of another thing shows through a wish under way", () => {
  const mine = after(wish(1, { layout: "grid" }), { type: "told", look: banner });
  expect(draftedLook(mine)).toEqual({ ...grid, banner: "Hello" });
});
