"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import { type FormState, idle, refusedBy, sending } from "@/lib/client/server-api/form-state";
import { clockSet } from "@/lib/client/server-api/server-clock";
import type { createLivestream } from "@/lib/contracts/livestreams";
import { brandFields, readDetails, startFields } from "./livestream-details";
import { coverWish, saveCover } from "./save-cover";

type Creation = {
  ownOrgId: string;
  /** The page to open next. */
  studioOf: (mint: string) => string;
  onCoverLost: () => void;
};

/** The form for a new livestream. */
export function useCreateLivestream({ ownOrgId, studioOf, onCoverLost }: Creation) {
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
        body: { ...details, ...startFields(start), ...brandFields(fields, ownOrgId) },
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
