import type { StageLook } from "@/lib/contracts/look";

/** A host's changes in flight, laid over the look the room reports. */
type LookDraft = {
  told: StageLook;
  /** Counts reports from the room, so that a response knows whether there were newer ones. */
  news: number;
  /** The server's response to a change, until the room reports it. */
  answered: StageLook | null;
  wishes: readonly { id: number; change: Partial<StageLook>; news: number }[];
};

export type LookEvent =
  | { type: "told"; look: StageLook }
  | { type: "wished"; id: number; change: Partial<StageLook> }
  | { type: "granted"; id: number; look: StageLook }
  | { type: "refused"; id: number };

export const beginLookDraft = (told: StageLook): LookDraft => ({
  told,
  news: 0,
  answered: null,
  wishes: [],
});

export function lookDraft(draft: LookDraft, event: LookEvent): LookDraft {
  switch (event.type) {
    case "told":
      if (sameLook(draft.told, event.look)) return draft;
      return { ...draft, told: event.look, news: draft.news + 1, answered: null };
    case "wished": {
      const { id, change } = event;
      return { ...draft, wishes: [...draft.wishes, { id, change, news: draft.news }] };
    }
    case "granted": {
      const wish = draft.wishes.find(({ id }) => id === event.id);
      // A newer report may contain another host's later change: an older response must not override
      // it.
      const overtaken = wish?.news !== draft.news;
      return { ...without(draft, event.id), answered: overtaken ? draft.answered : event.look };
    }
    case "refused":
      return without(draft, event.id);
  }
}

/** The look as this host should see it now. */
export const draftedLook = ({ told, answered, wishes }: LookDraft): StageLook =>
  Object.assign({}, answered ?? told, ...wishes.map(({ change }) => change));

const without = (draft: LookDraft, gone: number): LookDraft => ({
  ...draft,
  wishes: draft.wishes.filter(({ id }) => id !== gone),
});

const sameLook = (a: StageLook, b: StageLook) => JSON.stringify(a) === JSON.stringify(b);
