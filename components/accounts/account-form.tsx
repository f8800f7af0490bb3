"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type FormState, messageOf } from "@/lib/client/form-state";
import { useFocusOnRefusal } from "@/lib/client/use-focus-on-refusal";

type AccountFormProps = {
  verb: string;
  state: FormState;
  onSubmit: (fields: FormData) => void;
  /** The fields. */
  children: ReactNode;
};

/** Fields, what was wrong with all of them, and one button: signing up and signing in look alike. */
export function AccountForm({ verb, state, onSubmit, children }: AccountFormProps) {
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
        if (state.name !== "sending") onSubmit(new FormData(event.currentTarget));
      }}
    >
      {children}
      {message ? <Notice tone="problem">{message}</Notice> : null}
      <Button type="submit" variant="primary" pending={state.name === "sending"}>
        {verb}
      </Button>
    </form>
  );
}
