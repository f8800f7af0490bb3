"use client";

import { type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { DialogFooter, useIsInDialog } from "@/components/ui/dialog-footer";
import { Notice } from "@/components/ui/notice";
import { useFocusOnRefusal } from "@/lib/client/browser/use-focus-on-refusal";
import { type FormState, messageOf } from "@/lib/client/server-api/form-state";

type FormProps = {
  verb: string;
  /** Plain if the page already has a main button; danger: ends or removes. */
  tone?: "primary" | "danger" | "plain";
  state: FormState;
  /** Pass `form` on to reset it. */
  onSubmit: (fields: FormData, form: HTMLFormElement) => void;
  /** The fields. */
  children: ReactNode;
};

/**
 * Fields, a message about the whole form, and one button: the layout of all forms. In a dialog, the
 * main button is in the footer.
 */
export function Form({ verb, tone = "primary", state, onSubmit, children }: FormProps) {
  const form = useFocusOnRefusal(state);
  const message = messageOf(state);
  const id = useId();
  const inFooter = useIsInDialog() && tone !== "plain";
  const end = (
    <>
      {message ? (
        <Notice tone="problem" className={inFooter ? "min-w-full" : undefined}>
          {message}
        </Notice>
      ) : null}
      <Button
        type="submit"
        form={id}
        variant={tone === "plain" ? undefined : tone}
        className={tone === "plain" ? "sm:self-start" : undefined}
        pending={state.name === "sending"}
      >
        {verb}
      </Button>
    </>
  );
  return (
    <form
      ref={form}
      id={id}
      // Without scripts the browser submits the form itself; POST keeps the fields out of the URL.
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
      {inFooter ? <DialogFooter>{end}</DialogFooter> : end}
    </form>
  );
}
