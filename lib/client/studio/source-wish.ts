import type { AllowedSources } from "@/lib/client/stage/allowed-sources";

/** The sources a host allows someone, shown before the room confirms them. */
export type SourceWish = {
  /** The sources the room reports. */
  told: AllowedSources;
  /** The sources this host has requested and the room has not reported yet. */
  wish: AllowedSources | null;
  /** The number of unanswered requests. */
  asking: number;
};

export type SourceEvent =
  | { type: "told"; sources: AllowedSources }
  | { type: "asked"; sources: AllowedSources }
  | { type: "granted" }
  | { type: "refused" };

export const shownSources = ({ told, wish }: SourceWish): AllowedSources => wish ?? told;

export function sourceWish(state: SourceWish, event: SourceEvent): SourceWish {
  const { told, wish, asking } = state;
  switch (event.type) {
    case "told":
      // A report about an earlier request must not undo a later one.
      return { ...state, told: event.sources, wish: asking > 0 ? wish : null };
    case "asked":
      return { told, wish: event.sources, asking: asking + 1 };
    case "granted":
      return { told, wish: asking === 1 && same(wish, told) ? null : wish, asking: asking - 1 };
    case "refused":
      return { told, wish: null, asking: asking - 1 };
  }
}

const same = (wish: AllowedSources | null, told: AllowedSources) =>
  wish?.camera === told.camera &&
  wish.microphone === told.microphone &&
  wish.screen === told.screen;
