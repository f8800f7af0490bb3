"use client";

import { CircleStop } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { saidBy } from "@/lib/client/said-by";
import { stopEncoder } from "@/lib/client/use-stream-keys";

type StopEncoderProps = { mint: string; encoder: { identity: string; name: string } };

export function StopEncoder({ mint, encoder: { identity, name } }: StopEncoderProps) {
  const t = useTranslations("stream-keys.stop");

  async function stop() {
    try {
      await stopEncoder(mint, identity);
      toast.done(t("done"));
    } catch (error) {
      toast.problem(t("failed"), { description: saidBy(error) });
    }
  }

  return (
    <ConfirmDialog
      title={t("title")}
      consequence={t("consequence")}
      verb={t("verb")}
      trigger={<IconButton label={t("of", { name })} icon={<CircleStop />} />}
      onConfirm={stop}
    />
  );
}
