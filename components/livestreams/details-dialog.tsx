"use client";

import { useTranslations } from "next-intl";
import { BrandField } from "@/components/livestreams/brand-field";
import { LivestreamFields } from "@/components/livestreams/livestream-fields";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { useEditLivestream } from "@/lib/client/livestreams/use-edit-livestream";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { Role } from "@/lib/grants/capabilities";

type DetailsDialogProps = {
  livestream: Livestream;
  role: Role;
  onSaved: (livestream: Livestream) => void;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

export function DetailsDialog(props: DetailsDialogProps) {
  const { livestream, role, onSaved, open, onOpenChange } = props;
  const t = useTranslations("schedule");
  return (
    <Dialog title={t("edit")} open={open} onOpenChange={onOpenChange}>
      <DetailsForm
        livestream={livestream}
        role={role}
        onSaved={(saved) => {
          onSaved(saved);
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}

type DetailsFormProps = Pick<DetailsDialogProps, "livestream" | "role" | "onSaved">;

function DetailsForm({ livestream, role, onSaved }: DetailsFormProps) {
  const t = useTranslations("schedule");
  const { state, submit } = useEditLivestream(livestream, onSaved);
  return (
    <Form verb={t("save")} state={state} onSubmit={submit}>
      <LivestreamFields state={state} livestream={livestream} />
      {role === "creator" ? (
        <BrandField state={state} ownOrgId={livestream.orgId} chosen={livestream.brandOrgId} />
      ) : null}
    </Form>
  );
}
