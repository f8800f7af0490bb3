"use client";

import type { Track } from "livekit-client";
import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { uploadLimits } from "@/lib/client/devices/capture/capture-rules";
import {
  type Capture,
  type OpenCamera,
  useCapture,
} from "@/lib/client/devices/capture/use-capture";

type CaptureSettingsProps = {
  camera: Track | null;
  /** Changes with the device in `camera`. */
  media: unknown;
};

/** How a person's camera and microphone are captured and sent. It applies at once, also on air. */
export function CaptureSettings({ camera, media }: CaptureSettingsProps) {
  const capture = useCapture(camera, media);
  return (
    <div className="flex flex-col gap-1">
      <PictureSettings capture={capture} />
      <SoundSettings capture={capture} />
    </div>
  );
}

function PictureSettings({ capture: { choices, choose, camera } }: { capture: Capture }) {
  const t = useTranslations("devices.capture");
  const { lines, smooth, uploadAtMost, mirror } = choices;
  const fullHd = lines === 1080 || (camera?.abilities?.fullHd ?? true);
  return (
    <>
      <Select
        label={t("quality")}
        hint={<QualityHint camera={camera} />}
        value={String(lines)}
        onValueChange={(value) => choose({ lines: value === "1080" ? 1080 : 720 })}
        options={([720, 1080] as const)
          .filter((each) => each === 720 || fullHd)
          .map((each) => ({ value: String(each), label: t(`lines.${each}`) }))}
        className="mb-2"
      />
      {smooth || camera?.abilities?.smooth ? (
        <Switch
          label={t("smooth")}
          hint={t("smooth-hint")}
          checked={smooth}
          onCheckedChange={(next) => choose({ smooth: next })}
        />
      ) : null}
      <Select
        label={t("limit")}
        hint={t("limit-hint")}
        value={String(uploadAtMost ?? "auto")}
        onValueChange={(value) => choose({ uploadAtMost: Number(value) || null })}
        options={[
          { value: "auto", label: t("limit-auto") },
          ...uploadLimits.map((limit) => ({
            value: String(limit),
            label: t("limit-to", { mbit: limit / 1_000 }),
          })),
        ]}
        className="mb-2"
      />
      <Switch
        label={t("mirror")}
        hint={t("mirror-hint")}
        checked={mirror}
        onCheckedChange={(next) => choose({ mirror: next })}
      />
    </>
  );
}

function QualityHint({ camera }: { camera: OpenCamera | null }) {
  const t = useTranslations("devices.capture");
  if (!camera) return null;
  const { abilities, lines, framesPerSecond } = camera;
  return (
    <span role="status">
      {abilities?.fullHd === false ? `${t("best")} ` : null}
      {t("delivered", { lines, fps: framesPerSecond })}
    </span>
  );
}

function SoundSettings({ capture: { choices, choose, supports } }: { capture: Capture }) {
  const t = useTranslations("devices.capture");
  return (
    <>
      {supports.noiseSuppression ? (
        <Switch
          label={t("noise")}
          hint={t("noise-hint")}
          checked={choices.noiseSuppression}
          onCheckedChange={(noiseSuppression) => choose({ noiseSuppression })}
        />
      ) : null}
      {supports.echoCancellation ? (
        <Switch
          label={t("echo")}
          hint={t("echo-hint")}
          checked={choices.echoCancellation}
          onCheckedChange={(echoCancellation) => choose({ echoCancellation })}
        />
      ) : null}
    </>
  );
}
