"use client";

import { useTranslations } from "next-intl";
import { PasswordField } from "@/components/accounts/password-field";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { useHandOver } from "@/lib/client/admin/use-hand-over";
import { errorAt } from "@/lib/client/server-api/form-state";

type HandOverDialogProps = {
  handle: string;
  name: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Makes another account the super admin, with this one's password. */
export function HandOverDialog({ handle, name, open, onOpenChange }: HandOverDialogProps) {
  const t = useTranslations("admin.accounts.hand-over");
  return (
    <Dialog
      size="sm"
      title={t("question", { name })}
      description={t("words", { name })}
      open={open}
      onOpenChange={onOpenChange}
    >
      {open ? <HandOverForm handle={handle} /> : null}
    </Dialog>
  );
}

function HandOverForm({ handle }: { handle: string }) {
  const t = useTranslations("admin.accounts.hand-over");
  // A full page load: every row of the list has other actions now.
  const { state, submit } = useHandOver(handle, () => window.location.reload());
  return (
    <Form verb={t("verb")} tone="danger" state={state} onSubmit={(fields) => void submit(fields)}>
      <PasswordField
        label={t("password")}
        name="currentPassword"
        autoComplete="current-password"
        error={errorAt(state, "currentPassword")}
      />
    </Form>
  );
}
