"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { DialogFooter } from "@/components/ui/dialog-footer";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { removeFrom } from "@/lib/client/studio/use-people";
import { isolated } from "@/lib/words/isolated";

export type Leaving = { role: "guest" | "viewer"; identity: string; name: string };

type RemoveDialogProps = { mint: string; leaving: Leaving | null; onClose: () => void };

/** Asks before someone is removed. */
export function RemoveDialog({ mint, leaving, onClose }: RemoveDialogProps) {
  const t = useTranslations("studio");
  return (
    <Dialog
      size="sm"
      title={t("remove.title", { name: isolated(leaving?.name ?? "") })}
      description={leaving ? t(`remove.${leaving.role}`) : undefined}
      open={leaving !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      {leaving ? <RemoveForm mint={mint} leaving={leaving} onDone={onClose} /> : null}
    </Dialog>
  );
}

type RemoveFormProps = { mint: string; leaving: Leaving; onDone: () => void };

function RemoveForm({ mint, leaving, onDone }: RemoveFormProps) {
  const t = useTranslations("studio");
  const [ban, setBan] = useState(false);
  const [pending, setPending] = useState(false);

  async function remove() {
    setPending(true);
    const { identity, name } = leaving;
    const [done, failed] = [
      t("remove.done", { name: isolated(name) }),
      t("remove.failed", { name: isolated(name) }),
    ];
    if (await runWithToast(() => removeFrom(mint, identity, ban), { done, failed })) onDone();
    else setPending(false);
  }

  return (
    <>
      {leaving.role === "viewer" ? (
        <Checkbox
          label={t("remove.ban")}
          hint={t("remove.ban-hint")}
          checked={ban}
          onCheckedChange={setBan}
        />
      ) : null}
      <DialogFooter>
        <DialogClose>
          <Button variant="quiet">{t("remove.cancel")}</Button>
        </DialogClose>
        <Button variant="danger" pending={pending} onClick={remove}>
          {t("remove.verb")}
        </Button>
      </DialogFooter>
    </>
  );
}
