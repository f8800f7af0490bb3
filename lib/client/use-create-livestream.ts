"use client";

import { useRouter } from "next/navigation";
import { useState, useSyncExternalStore } from "react";
import { call } from "@/lib/client/api";
import { type FormState, idle, refusedAt, refusedBy, sending } from "@/lib/client/form-state";
import { plannedStart } from "@/lib/client/planned-start";
import type { createLivestream, Visibility } from "@/lib/contracts/livestreams";

/** The form for a new livestream; `studioOf` says where its host goes on. */
export function useCreateLivestream(studioOf: (mint: string) => string) {
  const [state, setState] = useState<FormState>(idle);
  const router = useRouter();

  async function submit(fields: FormData) {
    const text = (field: string) => String(fields.get(field) ?? "").trim();
    const start = plannedStart(text("scheduledAt"), new Date());
    if (!text("title")) return setState(refusedAt("title", "Give the livestream a title."));
    if (start.name === "wrong") return setState(refusedAt("scheduledAt", start.message));
    setState(sending);
    try {
      const { mint } = await call<typeof createLivestream>("POST", "/livestreams", {
        body: {
          title: text("title"),
          description: text("description"),
          visibility: text("visibility") as Visibility,
          scheduledAt: start.name === "at" ? start.instant : null,
        },
      });
      router.push(studioOf(mint));
    } catch (error) {
      setState(refusedBy(error));
    }
  }

  return { state, submit };
}

/** The reader's time zone by name, `Europe/Berlin`; unknown on the server. */
export function useTimeZone(): string | null {
  return useSyncExternalStore(never, ownTimeZone, () => null);
}

const never = () => () => {};
const ownTimeZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
