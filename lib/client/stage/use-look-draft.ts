"use client";

import type { Room } from "livekit-client";
import { useEffect, useReducer, useRef } from "react";
import { useStageLook } from "@/lib/client/room/use-stage-look";
import { call } from "@/lib/client/server-api/api";
import { serverNow } from "@/lib/client/server-api/server-clock";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { arrangeStage, LookChanges, StageLook } from "@/lib/contracts/look";
import { beginLookDraft, draftedLook, lookDraft } from "./stage-look";

export type LookDesk = {
  /** The current look, including this host's changes before the server has confirmed them. */
  look: StageLook;
  /** @throws ApiError; the change is then undone */
  change: (changes: LookChanges) => Promise<void>;
};

/** A host's controls over the look of the show. */
export function useLookDraft(room: Room | null, { mint, look: known }: Livestream): LookDesk {
  const told = useStageLook(room, known);
  const [draft, dispatch] = useReducer(lookDraft, told, beginLookDraft);
  useEffect(() => dispatch({ type: "told", look: told }), [told]);
  const wishes = useRef(0);
  const before = useRef<Promise<unknown>>(Promise.resolve());

  async function change(changes: LookChanges) {
    wishes.current += 1;
    const id = wishes.current;
    dispatch({ type: "wished", id, change: foreseen(changes, draftedLook(draft)) });
    // In turn, or the one pressed last might not be the last to arrive.
    const asked = before.current.then(() => askForLook(mint, changes));
    before.current = asked.catch(() => undefined);
    try {
      const look = await asked;
      dispatch({ type: "granted", id, look });
    } catch (error) {
      dispatch({ type: "refused", id });
      throw error;
    }
  }

  return { look: draftedLook(draft), change };
}

/** What of a change this host sees at once; a message on screen only once the server has found it. */
function foreseen(changes: LookChanges, look: StageLook): Partial<StageLook> {
  const { countdownSeconds, comment, volumes, ...plain } = changes;
  const counts = countdownSeconds !== undefined || plain.scene !== undefined;
  const countdownTo = countdownSeconds
    ? new Date(serverNow() + countdownSeconds * 1000).toISOString()
    : null;
  return {
    ...plain,
    ...(counts && { countdownTo }),
    ...(comment === null && { comment }),
    ...(volumes && {
      volumes: {
        ...look.volumes,
        ...Object.fromEntries(volumes.map(({ identity, volume }) => [identity, volume])),
      },
    }),
  };
}

/** @throws ApiError */
export const askForLook = (mint: string, changes: LookChanges) =>
  call<typeof arrangeStage>("PATCH", "/livestreams/{mint}/look", {
    params: { mint },
    body: changes,
  });
