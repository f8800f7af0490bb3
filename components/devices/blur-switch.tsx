"use client";

import type { LocalVideoTrack } from "livekit-client";
import { useTranslations } from "next-intl";
import { Switch } from "@/components/ui/switch";
import { type BackgroundBlur, useBackgroundBlur } from "@/lib/client/devices/use-background-blur";

/** Off unless turned on in this browser before; nothing is loaded until then. */
export function BlurSwitch({ track }: { track: LocalVideoTrack | null }) {
  const t = useTranslations("devices.blur");
  const blur = useBackgroundBlur(track);
  return (
    <Switch
      label={t("label")}
      hint={<span role="status">{hintOf(t, blur)}</span>}
      checked={blur.wanted}
      aria-busy={(blur.wanted && blur.busy) || undefined}
      onCheckedChange={blur.turn}
    />
  );
}

type Words = ReturnType<typeof useTranslations<"devices.blur">>;

function hintOf(t: Words, { wanted, busy, slow }: BackgroundBlur): string {
  if (wanted && busy) return t("starting");
  return wanted && slow ? t("slow") : t("hint");
}
