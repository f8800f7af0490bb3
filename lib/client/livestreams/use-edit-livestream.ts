"use client";

import { useState } from "react";
import { ApiError, call } from "@/lib/client/server-api/api";
import {
  type FormState,
  idle,
  refusedAt,
  refusedBy,
  sending,
} from "@/lib/client/server-api/form-state";
import { wordsAboutPicture } from "@/lib/client/server-api/problem-words";
import { say } from "@/lib/client/server-api/say";
import { clockSet } from "@/lib/client/server-api/server-clock";
import type { editLivestream, Livestream } from "@/lib/contracts/livestreams";
import { brandFields, readDetails, startFields } from "./livestream-details";
import { coverWish, saveCover } from "./save-cover";
import { currentName, ownTimeZone, wallTime } from "./zoned-time";

/** The planned start for the form, in the time zone it was planned in. */
export function startShown({ scheduledAt, timeZone }: Livestream) {
  const zone = timeZone ? currentName(timeZone) : ownTimeZone();
  return { wall: wallTime(scheduledAt, zone), zone };
}

/** The form for a livestream's title, picture, visibility and start. */
export function useEditLivestream(
  livestream: Livestream,
  onSaved: (livestream: Livestream) => void,
) {
  const [state, setState] = useState<FormState>(idle);
  const { mint } = livestream;

  async function submit(fields: FormData) {
    await clockSet();
    const read = readDetails(fields, startShown(livestream));
    if ("refusal" in read) return setState(read.refusal);
    const { start, ...details } = read.details;
    setState(sending);
    try {
      const saved = await call<typeof editLivestream>("PATCH", "/livestreams/{mint}", {
        params: { mint },
        body: {
          ...details,
          ...startFields(start),
          ...brandFields(fields, livestream.orgId),
        },
      });
      const covered = await saveCover(mint, coverWish(fields)).catch((error) => {
        throw new CoverError(error instanceof ApiError ? wordsAboutPicture(error) : null);
      });
      setState(idle);
      onSaved(covered ?? saved);
    } catch (error) {
      setState(
        error instanceof CoverError
          ? refusedAt("cover", error.said ?? say("schedule.form.cover.unreadable"))
          : refusedBy(error),
      );
    }
  }

  return { state, submit };
}

/** Everything else was saved. */
class CoverError extends Error {
  constructor(readonly said: string | null) {
    super("the cover was not saved");
  }
}
