"use client";

import type { LocalVideoTrack } from "livekit-client";
import { ChevronDown, Mic, Video } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { BlurSwitch } from "@/components/devices/blur-switch";
import { BlurTrouble } from "@/components/devices/blur-trouble";
import { CaptureSettings } from "@/components/devices/capture-settings";
import { DeviceProblemNote } from "@/components/devices/device-problem-note";
import { DeviceToggles } from "@/components/devices/device-toggles";
import { MicrophoneLevel } from "@/components/devices/microphone-level";
import { SilencedNotice } from "@/components/devices/silenced-notice";
import { classNames } from "@/components/ui/class-names";
import { Select } from "@/components/ui/select";
import { useCaptureChoices } from "@/lib/client/devices/capture/use-capture";
import { type DeviceKind, deviceNotes } from "@/lib/client/devices/device-problem";
import type {
  CameraPreview,
  MicrophonePreview,
  DevicePreview as Preview,
} from "@/lib/client/devices/use-device-preview";

type DevicePreviewProps = { preview: Pick<Preview, "camera" | "microphone"> };

/** Previews how the person will be seen and heard, with any problems. */
export function DevicePreview({ preview: { camera, microphone } }: DevicePreviewProps) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="relative aspect-video w-full overflow-hidden rounded bg-letterbox">
        {camera.track ? <OwnPicture track={camera.track} /> : <NoPicture camera={camera} />}
        <div className="absolute inset-x-0 bottom-3 flex justify-center gap-3">
          <DeviceToggles preview={{ camera, microphone }} overPicture />
        </div>
      </div>
      <MicrophoneLevel track={microphone.track?.mediaStreamTrack} />
      <DeviceTroubles camera={camera} microphone={microphone} />
    </div>
  );
}

/** Device selection and picture settings. Rarely changed, so placed further down. */
export function DeviceChoices({ preview: { camera, microphone } }: DevicePreviewProps) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {/* Side by side only if long device names fit. */}
      <div className="@container">
        <div className="grid gap-4 @xl:grid-cols-2">
          <DeviceSelect kind="camera" device={camera} />
          <DeviceSelect kind="microphone" device={microphone} />
        </div>
      </div>
      <BlurSwitch track={camera.track} />
      <MoreSettings camera={camera.track} />
    </div>
  );
}

function MoreSettings({ camera }: { camera: LocalVideoTrack | null }) {
  const t = useTranslations("devices.capture");
  return (
    <details className="group rounded border border-line">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-4 hover:bg-fill [&::-webkit-details-marker]:hidden">
        <ChevronDown aria-hidden="true" className="size-4 group-open:rotate-180" />
        {t("title")}
      </summary>
      <div className="px-4 pt-2 pb-3">
        <CaptureSettings camera={camera} media={camera} />
      </div>
    </details>
  );
}

function OwnPicture({ track }: { track: LocalVideoTrack }) {
  const t = useTranslations("devices");
  const video = useRef<HTMLVideoElement>(null);
  const { mirror } = useCaptureChoices();
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    track.attach(element);
    return () => {
      track.detach(element);
    };
  }, [track]);
  return (
    <video
      ref={video}
      aria-label={t("your-camera")}
      autoPlay
      muted
      playsInline
      className={classNames("size-full object-cover", mirror && "-scale-x-100")}
    />
  );
}

function NoPicture({ camera }: { camera: CameraPreview }) {
  const t = useTranslations("devices");
  return (
    <p
      role="status"
      className="flex size-full items-center justify-center px-4 pb-12 text-center text-scrim-ink"
    >
      {words(t, camera)}
    </p>
  );
}

type Words = ReturnType<typeof useTranslations<"devices">>;

function words(t: Words, { on, opening, problem }: CameraPreview): string {
  if (!on) return t("camera-is-off");
  if (problem) return t("no-picture");
  return opening ? t("starting") : "";
}

type DeviceProps = { kind: DeviceKind; device: CameraPreview | MicrophonePreview };

function DeviceSelect({ kind, device: { devices, deviceId, choose } }: DeviceProps) {
  const t = useTranslations("devices");
  const Icon = kind === "camera" ? Video : Mic;
  const options = devices.map(({ id, label }) => ({ value: id, label }));
  return (
    <Select
      label={t(kind)}
      icon={<Icon aria-hidden="true" />}
      options={options}
      value={deviceId ?? ""}
      placeholder={t(`no-${kind}-yet`)}
      disabled={options.length === 0}
      onValueChange={choose}
      className="min-w-0"
    />
  );
}

function DeviceTroubles({ camera, microphone }: DevicePreviewProps["preview"]) {
  const device = { camera, microphone };
  return (
    <>
      <BlurTrouble onRetry={camera.retry} />
      <div role="status" className="flex flex-col gap-4 empty:hidden">
        {camera.silenced ? <SilencedNotice kind="camera" /> : null}
        {microphone.silenced ? <SilencedNotice kind="microphone" /> : null}
      </div>
      {deviceNotes(camera, microphone).map((note) => (
        <DeviceProblemNote
          key={note.about}
          note={note}
          onRetry={() => {
            if (note.about !== "microphone") camera.retry();
            if (note.about !== "camera") microphone.retry();
          }}
          onGoWithout={(kind) => device[kind].turn(false)}
        />
      ))}
    </>
  );
}
