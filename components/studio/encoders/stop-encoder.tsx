"use client";

import { CircleStop } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { stopEncoder } from "@/lib/client/studio/use-stream-keys";
import { isolated } from "@/lib/words/isolated";

type StopEncoderProps = { mint: string; encoder: { identity: string; name: string } };

export function StopEncoder({ mint, encoder: { identity, name } }: StopEncoderProps) {
  const t = useTranslations("stream-keys.stop");

  return (
    <ConfirmDialog
      title={t("title")}
      consequence={t("consequence")}
      verb={t("verb")}
      trigger={<IconButton label={t("of", { name: isolated(name) })} icon={<CircleStop />} />}
      onConfirm={() =>
        runWithToast(() => stopEncoder(mint, identity), { done: t("done"), failed: t("failed") })
      }
    />
  );
}
