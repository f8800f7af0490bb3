"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { DialogFooter } from "@/components/ui/dialog-footer";
import { Notice } from "@/components/ui/notice";
import { useResetLink } from "@/lib/client/admin/use-reset-link";
import { messageOf } from "@/lib/client/server-api/form-state";

type ResetLinkDialogProps = {
  handle: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Creates a link for someone who forgot their password, and shows it once. */
export function ResetLinkDialog({ handle, open, onOpenChange }: ResetLinkDialogProps) {
  const t = useTranslations("admin.accounts.reset");
  return (
    <Dialog
      title={t("title", { handle })}
      description={t("words")}
      open={open}
      onOpenChange={onOpenChange}
    >
      {open ? <ResetLink handle={handle} /> : null}
    </Dialog>
  );
}

function ResetLink({ handle }: { handle: string }) {
  const t = useTranslations("admin.accounts.reset");
  const { state, url, create } = useResetLink(handle);
  const message = messageOf(state);
  return (
    <>
      <div role="status">
        {url ? <CopyField label={t("link", { handle })} value={url} hint={t("hint")} /> : null}
      </div>
      {url ? null : (
        <DialogFooter>
          {message ? (
            <Notice tone="problem" className="min-w-full">
              {message}
            </Notice>
          ) : null}
          <Button variant="primary" pending={state.name === "sending"} onClick={create}>
            {t("verb")}
          </Button>
        </DialogFooter>
      )}
    </>
  );
}
