"use client";

import { useTranslations } from "next-intl";
import { LivestreamFields } from "@/components/livestreams/livestream-fields";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { useEditLivestream } from "@/lib/client/livestreams/use-edit-livestream";
import type { Livestream } from "@/lib/contracts/livestreams";

type DetailsDialogProps = {
  livestream: Livestream;
  onSaved: (livestream: Livestream) => void;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

export function DetailsDialog({ livestream, onSaved, open, onOpenChange }: DetailsDialogProps) {
  const t = useTranslations("schedule");
  return (
    <Dialog title={t("edit")} open={open} onOpenChange={onOpenChange}>
      <DetailsForm
        livestream={livestream}
        onSaved={(saved) => {
          onSaved(saved);
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}

function DetailsForm({ livestream, onSaved }: Pick<DetailsDialogProps, "livestream" | "onSaved">) {
  const t = useTranslations("schedule");
  const { state, submit } = useEditLivestream(livestream, onSaved);
  return (
    <Form verb={t("save")} state={state} onSubmit={submit}>
      <LivestreamFields state={state} livestream={livestream} />
    </Form>
  );
}
