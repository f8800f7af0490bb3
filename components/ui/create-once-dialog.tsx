"use client";

import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { DialogFooter } from "@/components/ui/dialog-footer";

type Word = "new" | "new-title" | "made-title" | "made-words" | "done";

type CreateOnceDialogProps = {
  t: (word: Word) => string;
  /** What is copied, such as "Key". */
  label: string;
  /** The secret just created. */
  made: string | null;
  forgetMade: () => void;
  /** The form that creates it. */
  children: ReactNode;
};

/** Its button, the form that creates something secret, and then the secret, until the dialog closes. */
export function CreateOnceDialog(props: CreateOnceDialogProps) {
  const { t, label, made, forgetMade, children } = props;
  const [open, setOpen] = useState(false);

  function openOrClose(next: boolean) {
    setOpen(next);
    if (!next) forgetMade();
  }

  return (
    <Dialog
      title={t(made ? "made-title" : "new-title")}
      description={made ? t("made-words") : undefined}
      open={open}
      trigger={
        <Button size="sm">
          <Plus aria-hidden="true" />
          {t("new")}
        </Button>
      }
      onOpenChange={openOrClose}
    >
      {made ? (
        <>
          <CopyField label={label} value={made} />
          <DialogFooter>
            <Button variant="primary" onClick={() => openOrClose(false)}>
              {t("done")}
            </Button>
          </DialogFooter>
        </>
      ) : (
        children
      )}
    </Dialog>
  );
}
