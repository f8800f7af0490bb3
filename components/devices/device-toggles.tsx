"use client";

import { Mic, MicOff, Video, VideoOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import type { DevicePreview } from "@/lib/client/devices/use-device-preview";

type DeviceTogglesProps = {
  preview: Pick<DevicePreview, "camera" | "microphone">;
  /** Large, over the picture. */
  overPicture?: boolean;
};

/** Mutes the microphone and stops the camera before anything is published. */
export function DeviceToggles({ preview, overPicture = false }: DeviceTogglesProps) {
  const { camera, microphone } = preview;
  const t = useTranslations("devices");
  const look = {
    size: overPicture ? "lg" : undefined,
    // The picture variant is invisible on an empty, black preview.
    variant: overPicture && camera.track ? "picture" : "filled",
  } as const;
  return (
    <>
      <IconButton
        {...look}
        label={t("mute-microphone")}
        pressed={!microphone.on}
        icon={microphone.on && !microphone.silenced ? <Mic /> : <MicOff />}
        onClick={() => microphone.turn(!microphone.on)}
      />
      <IconButton
        {...look}
        label={t("stop-camera")}
        pressed={!camera.on}
        icon={camera.on ? <Video /> : <VideoOff />}
        onClick={() => camera.turn(!camera.on)}
      />
    </>
  );
}
