"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { useReasonForm } from "@/lib/client/admin/use-reason-form";
import { toast } from "@/lib/client/browser/toast";
import { errorAt } from "@/lib/client/server-api/form-state";
import { reasonMax } from "@/lib/contracts/common/limits";

type ReasonDialogProps = {
  /** A question. */
  title: string;
  /** What will change. */
  consequence: string;
  /** Below the field: where the reason is shown. */
  hint: string;
  verb: string;
  /** The toast once it is done. */
  done: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** @throws ApiError */
  act: (reason: string) => Promise<void>;
};

/** Asks for the reason of a decision that ends something. */
export function ReasonDialog({
  title,
  consequence,
  open,
  onOpenChange,
  ...form
}: ReasonDialogProps) {
  return (
    <Dialog
      size="sm"
      title={title}
      description={consequence}
      open={open}
      onOpenChange={onOpenChange}
    >
      {open ? <ReasonForm {...form} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

type ReasonFormProps = Pick<ReasonDialogProps, "hint" | "verb" | "done" | "act"> & {
  onDone: () => void;
};

function ReasonForm({ hint, verb, done, act, onDone }: ReasonFormProps) {
  const t = useTranslations("admin");
  const { state, submit } = useReasonForm({
    act,
    onDone: () => {
      toast.done(done);
      onDone();
    },
  });
  return (
    <Form verb={verb} tone="danger" state={state} onSubmit={(fields) => void submit(fields)}>
      <TextField
        label={t("reason")}
        name="reason"
        hint={hint}
        maxLength={reasonMax}
        autoComplete="off"
        error={errorAt(state, "reason")}
      />
    </Form>
  );
}
