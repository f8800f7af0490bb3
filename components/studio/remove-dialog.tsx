"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { saidBy } from "@/lib/client/said-by";
import { removeFrom } from "@/lib/client/use-people";

export type Leaving = { role: "guest" | "viewer"; identity: string; name: string };

type RemoveDialogProps = { mint: string; leaving: Leaving | null; onClose: () => void };

/** Asks before somebody is sent away. */
export function RemoveDialog({ mint, leaving, onClose }: RemoveDialogProps) {
  return (
    <Dialog
      size="sm"
      title={`Remove ${leaving?.name ?? ""}?`}
      description={leaving ? consequence[leaving.role] : undefined}
      open={leaving !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      {leaving ? <RemoveForm mint={mint} leaving={leaving} onDone={onClose} /> : null}
    </Dialog>
  );
}

const consequence = {
  guest: "They leave the stage at once and cannot come back with this knock.",
  viewer: "They stop watching at once. Without a ban they may come back.",
};

type RemoveFormProps = { mint: string; leaving: Leaving; onDone: () => void };

function RemoveForm({ mint, leaving, onDone }: RemoveFormProps) {
  const [ban, setBan] = useState(false);
  const [pending, setPending] = useState(false);

  async function remove() {
    setPending(true);
    try {
      await removeFrom(mint, leaving.identity, ban);
      toast.done(`${leaving.name} was removed`);
      onDone();
    } catch (error) {
      toast.problem(`${leaving.name} is still here.`, { description: saidBy(error) });
      setPending(false);
    }
  }

  return (
    <>
      {leaving.role === "viewer" ? (
        <Checkbox
          label="And ban"
          hint="Their account stays out of this livestream for good."
          checked={ban}
          onCheckedChange={setBan}
        />
      ) : null}
      <div className="mt-4 flex gap-2 max-sm:*:flex-1 sm:justify-end">
        <DialogClose>
          <Button variant="quiet">Cancel</Button>
        </DialogClose>
        <Button variant="danger" pending={pending} onClick={remove}>
          Remove
        </Button>
      </div>
    </>
  );
}
