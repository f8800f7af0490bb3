"use client";

import { SwitchCamera } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { useCameraFlip } from "@/lib/client/devices/use-camera-flip";

/** Switches between front and back camera, on phones. */
export function FlipCamera() {
  const t = useTranslations("studio");
  const { possible, busy, flip } = useCameraFlip();
  if (!possible) return null;
  return (
    <IconButton
      variant="filled"
      label={t("picture.flip")}
      icon={<SwitchCamera />}
      aria-busy={busy || undefined}
      onClick={flip}
    />
  );
}
