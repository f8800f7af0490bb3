"use client";

import { useTranslations } from "next-intl";
import { LivestreamFields } from "@/components/livestreams/livestream-fields";
import { Form } from "@/components/ui/form";
import { toast } from "@/lib/client/browser/toast";
import { studioPath } from "@/lib/client/livestreams/livestream-paths";
import { useCreateLivestream } from "@/lib/client/livestreams/use-create-livestream";

export function NewLivestreamForm() {
  const t = useTranslations("schedule");
  const { state, submit } = useCreateLivestream({
    studioOf: studioPath,
    onCoverLost: () => toast.problem(t("form.cover.failed")),
  });
  return (
    <Form verb={t("create")} state={state} onSubmit={submit}>
      <LivestreamFields state={state} livestream={null} />
    </Form>
  );
}
