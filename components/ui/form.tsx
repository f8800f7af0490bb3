"use client";

import { type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { DialogFooter, useIsInDialog } from "@/components/ui/dialog-footer";
import { NotLoaded } from "@/components/ui/not-loaded";
import { Notice } from "@/components/ui/notice";
import { useFocusOnRefusal } from "@/lib/client/browser/use-focus-on-refusal";
import { useHydrated } from "@/lib/client/browser/use-hydrated";
import { type FormState, messageOf } from "@/lib/client/server-api/form-state";

type FormProps = {
  verb: string;
  /** Plain if the page already has a main button, danger if it ends or removes. */
  tone?: "primary" | "plain" | "danger";
  state: FormState;
  /** Pass `form` on to reset it. */
  onSubmit: (fields: FormData, form: HTMLFormElement) => void;
  /** The fields. */
  children: ReactNode;
};

/**
 * Fields, a message about the whole form, and one button: the layout of all forms. In a dialog, the
 * main button is in the footer. Until the page's scripts run, nothing submits it: the browser would
 * load the page again, without the text.
 */
export function Form({ verb, tone = "primary", state, onSubmit, children }: FormProps) {
  const form = useFocusOnRefusal(state);
  const message = messageOf(state);
  const id = useId();
  const hydrated = useHydrated();
  const inFooter = useIsInDialog() && tone !== "plain";
  const end = (
    <>
      {message ? (
        <Notice tone="problem" className={inFooter ? "min-w-full" : undefined}>
          {message}
        </Notice>
      ) : null}
      <Button
        type={hydrated ? "submit" : "button"}
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
      // Should the browser ever submit it itself, POST keeps the fields out of the URL.
      method="post"
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const sent = event.currentTarget;
        if (state.name !== "sending") onSubmit(new FormData(sent), sent);
      }}
    >
      {/* Enter would press it. */}
      {hydrated ? null : <button type="submit" disabled hidden />}
      {children}
      <NotLoaded />
      {inFooter ? <DialogFooter>{end}</DialogFooter> : end}
    </form>
  );
}
