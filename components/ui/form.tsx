"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useFocusOnRefusal } from "@/lib/client/browser/use-focus-on-refusal";
import { type FormState, messageOf } from "@/lib/client/server-api/form-state";

type FormProps = {
  verb: string;
  /** Quiet where the page has a main button already. */
  tone?: "primary" | "plain";
  state: FormState;
  /** `form` is there to be reset. */
  onSubmit: (fields: FormData, form: HTMLFormElement) => void;
  /** The fields. */
  children: ReactNode;
};

/** Fields, what was wrong with all of them, and one button: all forms look and answer alike. */
export function Form({ verb, tone = "primary", state, onSubmit, children }: FormProps) {
  const form = useFocusOnRefusal(state);
  const message = messageOf(state);
  return (
    <form
      ref={form}
      // Without its script the browser would send the fields by itself, and not into the address.
      method="post"
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const sent = event.currentTarget;
        if (state.name !== "sending") onSubmit(new FormData(sent), sent);
      }}
    >
      {children}
      {message ? <Notice tone="problem">{message}</Notice> : null}
      <Button
        type="submit"
        variant={tone === "primary" ? "primary" : undefined}
        className={tone === "plain" ? "sm:self-start" : undefined}
        pending={state.name === "sending"}
      >
        {verb}
      </Button>
    </form>
  );
}
