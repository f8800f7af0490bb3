import type { AllowedSources } from "@/lib/client/stage/allowed-sources";

/** What a host wants somebody to send, as the page shows it before the room says that it is so. */
export type SourceWish = {
  /** What the room says. */
  told: AllowedSources;
  /** What this host has asked for and the room has not said yet. */
  wish: AllowedSources | null;
  /** Requests without an answer. */
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
      // News of an earlier request does not take back the later one.
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
