import { expect, test } from "vitest";
import type { AllowedSources } from "@/lib/client/stage/allowed-sources";
import { type SourceEvent, shownSources, sourceWish } from "@/lib/client/studio/source-wish";

const all: AllowedSources = { camera: true, microphone: true, screen: true };
const noCamera = { ...all, camera: false };
const soundAlone = { ...noCamera, screen: false };

const asked = (sources: AllowedSources): SourceEvent => ({ type: "asked", sources });
const told = (sources: AllowedSources): SourceEvent => ({ type: "told", sources });
const granted: SourceEvent = { type: "granted" };
const refused: SourceEvent = { type: "refused" };

/** The sources shown after each event. */
function shownAfter(events: SourceEvent[]): AllowedSources[] {
  let state = { told: all, wish: null as AllowedSources | null, asking: 0 };
  return events.map((event) => {
    state = sourceWish(state, event);
    return shownSources(state);
  });
}

test("a change is shown immediately, and stays whether the answer or the room is first", () => {
  expect(shownAfter([asked(noCamera), granted, told(noCamera)])).toEqual(Array(3).fill(noCamera));
  expect(shownAfter([asked(noCamera), told(noCamera), granted])).toEqual(Array(3).fill(noCamera));
});

test("a refusal shows the room's state again", () => {
  expect(shownAfter([asked(noCamera), refused])).toEqual([noCamera, all]);
});

test("of two changes, the first one's confirmation does not undo the second", () => {
  const events = [asked(noCamera), asked(soundAlone), told(noCamera), granted, granted];
  expect(shownAfter(events).slice(1)).toEqual(Array(4).fill(soundAlone));
});

test("another host's later change is shown", () => {
  const events = [asked(noCamera), told(noCamera), granted, told(all)];
  expect(shownAfter(events).at(-1)).toEqual(all);
  expect(shownAfter([asked(noCamera), granted, told(soundAlone)]).at(-1)).toEqual(soundAlone);
});
