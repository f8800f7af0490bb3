"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { FormState } from "@/lib/client/server-api/form-state";

/** Focuses the first invalid field after a form was refused. */
export function useFocusOnRefusal(state: FormState): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.name !== "refused") return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);
  return form;
}
