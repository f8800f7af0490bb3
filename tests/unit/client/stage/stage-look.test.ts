import { expect, test } from "vitest";
import { lookIn, plainLook } from "@/lib/client/room/look-in";
import {
  beginLookDraft,
  draftedLook,
  type LookEvent,
  lookDraft,
} from "@/lib/client/stage/stage-look";

const after = (...events: LookEvent[]) => events.reduce(lookDraft, beginLookDraft(plainLook));
const wish = (id: number, change: object): LookEvent => ({ type: "wished", id, change });
const grid = { ...plainLook, layout: "grid" } as const;
const banner = { ...plainLook, banner: "Hello" };

test("a look is read from the room, and from no other metadata", () => {
  expect(lookIn(JSON.stringify({ look: grid }))).toEqual(grid);
  for (const other of [undefined, "", "no JSON", "{}", '{"look":null}']) {
    expect(lookIn(other)).toBeNull();
  }
});

test("a change is shown immediately, and undone if refused", () => {
  const wished = after(wish(1, { layout: "grid" }));
  expect(draftedLook(wished)).toEqual(grid);
  expect(draftedLook(lookDraft(wished, { type: "refused", id: 1 }))).toEqual(plainLook);
});

test("a change that is granted before the room's update stays, without flickering back", () => {
  const granted = after(wish(1, { layout: "grid" }), { type: "granted", id: 1, look: grid });
  expect(draftedLook(granted)).toEqual(grid);
  const told = lookDraft(granted, { type: "told", look: grid });
  expect(draftedLook(told)).toEqual(grid);
});

test("a late answer does not hide another host's newer change", () => {
  const theirs = { ...plainLook, layout: "screen" } as const;
  const late = after(
    wish(1, { layout: "grid" }),
    { type: "told", look: grid },
    { type: "told", look: theirs },
    { type: "granted", id: 1, look: grid },
  );
  expect(draftedLook(late)).toEqual(theirs);
});

test("of two changes at once, the refusal of one leaves the other", () => {
  const both = after(wish(1, { layout: "grid" }), wish(2, { banner: "Hello" }));
  expect(draftedLook(both)).toEqual({ ...grid, banner: "Hello" });
  expect(draftedLook(lookDraft(both, { type: "refused", id: 1 }))).toEqual(banner);
});

test("another host's change to another field shows during a pending change", () => {
  const mine = after(wish(1, { layout: "grid" }), { type: "told", look: banner });
  expect(draftedLook(mine)).toEqual({ ...grid, banner: "Hello" });
});
