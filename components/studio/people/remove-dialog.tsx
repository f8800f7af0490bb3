"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { DialogFooter } from "@/components/ui/dialog-footer";
import { TextField } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { liftFrom } from "@/lib/client/server-api/lift-restriction";
import { removeFrom } from "@/lib/client/studio/use-people";
import { reasonMax } from "@/lib/contracts/common/limits";
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
  const [reason, setReason] = useState("");
  const [lasts, setLasts] = useState("");
  const [pending, setPending] = useState(false);

  async function remove() {
    setPending(true);
    const { identity, name, role } = leaving;
    const messages = {
      done: t(ban ? "remove.banned" : "remove.done", { name: isolated(name) }),
      failed: t("remove.failed", { name: isolated(name) }),
      // A viewer who was removed without a ban can return anyway.
      undo: ban || role === "guest" ? () => liftFrom(mint, identity) : undefined,
    };
    const terms = { reason: reason.trim() || undefined, banSeconds: Number(lasts) || undefined };
    const removal = { identity, ban, ...(ban ? terms : {}) };
    if (await runWithToast(() => removeFrom(mint, removal), messages)) onDone();
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
      {ban ? (
        <div className="mt-3 flex flex-col gap-3">
          <Select
            label={t("remove.lasts")}
            value={lasts}
            onValueChange={setLasts}
            options={[
              { value: "", label: t("remove.permanent") },
              { value: "600", label: t("remove.minutes", { count: 10 }) },
              { value: "3600", label: t("remove.hours", { count: 1 }) },
              { value: "86400", label: t("remove.hours", { count: 24 }) },
            ]}
          />
          <TextField
            label={t("remove.reason")}
            hint={t("remove.reason-hint")}
            value={reason}
            maxLength={reasonMax}
            autoComplete="off"
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
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
