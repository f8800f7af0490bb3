"use client";

import { useState } from "react";
import type { editLivestream, Livestream, Visibility } from "@/lib/contracts/livestreams";
import { call } from "./api";
import { type FormState, idle, refusedAt, refusedBy, sending } from "./form-state";
import { plannedStart } from "./planned-start";

/** An instant as a `datetime-local` field wants it, in the reader's own time zone. */
export function localInput(instant: string | null): string {
  if (!instant) return "";
  const at = new Date(instant);
  const own = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return own.toISOString().slice(0, 16);
}

/** The form for what a livestream is called, who may watch it and when it begins. */
export function useEditLivestream(
  livestream: Livestream,
  onSaved: (livestream: Livestream) => void,
) {
  const [state, setState] = useState<FormState>(idle);

  async function submit(fields: FormData) {
    const text = (field: string) => String(fields.get(field) ?? "").trim();
    const planned = text("scheduledAt");
    // Untouched, it stays, even where its time has come already.
    const replanned = fields.has("scheduledAt") && planned !== localInput(livestream.scheduledAt);
    const start = plannedStart(replanned ? planned : "", new Date());
    if (!text("title")) return setState(refusedAt("title", "Give the livestream a title."));
    if (start.name === "wrong") return setState(refusedAt("scheduledAt", start.message));
    setState(sending);
    try {
      const saved = await call<typeof editLivestream>("PATCH", "/livestreams/{mint}", {
        params: { mint: livestream.mint },
        body: {
          title: text("title"),
          description: text("description"),
          visibility: text("visibility") as Visibility,
          ...(replanned && { scheduledAt: start.name === "at" ? start.instant : null }),
        },
      });
      setState(idle);
      onSaved(saved);
    } catch (error) {
      setState(refusedBy(error));
    }
  }

  return { state, submit };
}
