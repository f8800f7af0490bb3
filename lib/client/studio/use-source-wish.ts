"use client";

import { useEffect, useReducer } from "react";
import type { AllowedSources } from "@/lib/client/stage/allowed-sources";
import { allow, type GuestAt } from "./guest-actions";
import { shownSources, sourceWish } from "./source-wish";

/** The sources someone on stage may send, with a host's changes. */
export function useSourceWish({ mint, identity }: GuestAt, told: AllowedSources) {
  const [state, dispatch] = useReducer(sourceWish, { told, wish: null, asking: 0 });
  const { camera, microphone, screen } = told;
  useEffect(
    () => dispatch({ type: "told", sources: { camera, microphone, screen } }),
    [camera, microphone, screen],
  );
  const shown = shownSources(state);
  /** @throws ApiError */
  async function turn(source: keyof AllowedSources, on: boolean): Promise<void> {
    const sources = { ...shown, [source]: on };
    dispatch({ type: "asked", sources });
    try {
      await allow({ mint, identity }, sources);
      dispatch({ type: "granted" });
    } catch (error) {
      dispatch({ type: "refused" });
      throw error;
    }
  }
  return { shown, turn };
}
