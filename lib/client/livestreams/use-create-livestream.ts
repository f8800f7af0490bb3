"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import { type FormState, idle, refusedBy, sending } from "@/lib/client/server-api/form-state";
import { clockSet } from "@/lib/client/server-api/server-clock";
import type { createLivestream } from "@/lib/contracts/livestreams";
import { readDetails, startFields } from "./livestream-details";
import { coverWish, saveCover } from "./save-cover";

type Next = { studioOf: (mint: string) => string; onCoverLost: () => void };

/** The form for a new livestream. `studioOf` returns the page to open next. */
export function useCreateLivestream({ studioOf, onCoverLost }: Next) {
  const [state, setState] = useState<FormState>(idle);
  const router = useRouter();

  async function submit(fields: FormData) {
    await clockSet();
    const read = readDetails(fields);
    if ("refusal" in read) return setState(read.refusal);
    const { start, ...details } = read.details;
    setState(sending);
    try {
      const { mint } = await call<typeof createLivestream>("POST", "/livestreams", {
        body: { ...details, ...startFields(start) },
      });
      // The livestream exists now: even without its cover, its host continues.
      await saveCover(mint, coverWish(fields)).catch(onCoverLost);
      router.push(studioOf(mint));
    } catch (error) {
      setState(refusedBy(error));
    }
  }

  return { state, submit };
}
