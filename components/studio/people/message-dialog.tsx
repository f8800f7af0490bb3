"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogFooter } from "@/components/ui/dialog-footer";
import { TextField } from "@/components/ui/field";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { writeTo } from "@/lib/client/studio/guest-actions";
import { guestMessageMax } from "@/lib/contracts/common/limits";
import type { WaitingGuest } from "@/lib/contracts/livestreams";
import { isolated } from "@/lib/words/isolated";

type MessageDialogProps = { mint: string; guest: WaitingGuest | null; onClose: () => void };

/** A message to one guest, shown on their page until it is deleted. */
export function MessageDialog({ mint, guest, onClose }: MessageDialogProps) {
  const t = useTranslations("backstage.message");
  const name = guest?.name ?? "";
  return (
    <Dialog
      size="sm"
      title={t("title", { name: isolated(name) })}
      description={t("about", { name: isolated(name) })}
      open={guest !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      {guest ? <MessageForm mint={mint} guest={guest} onDone={onClose} /> : null}
    </Dialog>
  );
}

type MessageFormProps = { mint: string; guest: WaitingGuest; onDone: () => void };

function MessageForm({ mint, guest, onDone }: MessageFormProps) {
  const t = useTranslations("backstage.message");
  const { identity, name, message } = guest;
  const [text, setText] = useState(message ?? "");
  const [pending, setPending] = useState(false);
  const id = useId();

  async function write(line: string | null) {
    setPending(true);
    const done = t(line === null ? "taken-back" : "sent", { name: isolated(name) });
    const failed = t("failed");
    if (await runWithToast(() => writeTo({ mint, identity }, line), { done, failed })) onDone();
    else setPending(false);
  }

  return (
    <form
      id={id}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() && !pending) void write(text.trim());
      }}
    >
      <TextField
        label={t("label")}
        value={text}
        maxLength={guestMessageMax}
        showCount
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <DialogFooter>
        {message === null ? null : (
          <Button variant="quiet" pending={pending} onClick={() => write(null)}>
            {t("take-back")}
          </Button>
        )}
        <Button type="submit" form={id} variant="primary" pending={pending}>
          {t("send")}
        </Button>
      </DialogFooter>
    </form>
  );
}
