"use client";

import { useTranslations } from "next-intl";
import { BrandField } from "@/components/livestreams/brand-field";
import { LivestreamFields } from "@/components/livestreams/livestream-fields";
import { Form } from "@/components/ui/form";
import { toast } from "@/lib/client/browser/toast";
import { studioPath } from "@/lib/client/livestreams/livestream-paths";
import { useCreateLivestream } from "@/lib/client/livestreams/use-create-livestream";

/** `ownOrgId` is the reader's own organization. */
export function NewLivestreamForm({ ownOrgId }: { ownOrgId: string }) {
  const t = useTranslations("schedule");
  const { state, submit } = useCreateLivestream({
    ownOrgId,
    studioOf: studioPath,
    onCoverLost: () => toast.problem(t("form.cover.failed")),
  });
  return (
    <Form verb={t("create")} state={state} onSubmit={submit}>
      <LivestreamFields state={state} livestream={null} />
      <BrandField state={state} ownOrgId={ownOrgId} chosen={null} />
    </Form>
  );
}
