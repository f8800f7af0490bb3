"use client";

import { Mic, MicOff, MonitorOff, MonitorUp, Video, VideoOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BlurTrouble } from "@/components/devices/blur-trouble";
import { DeviceControl } from "@/components/stage/device-control";
import { DeviceTrouble } from "@/components/stage/device-trouble";
import { FileControl } from "@/components/stage/file-control";
import { FilePanel } from "@/components/stage/file-panel";
import { StageMore } from "@/components/stage/stage-more";
import { IconButton } from "@/components/ui/icon-button";
import { MenuCheckboxItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { toast } from "@/lib/client/browser/toast";
import type { BackgroundBlur } from "@/lib/client/devices/use-background-blur";
import { say } from "@/lib/client/server-api/say";
import { closedDevices } from "@/lib/client/stage/allowed-sources";
import { useFileShare } from "@/lib/client/stage/shared-file/use-file-share";
import { showDeviceProblem } from "@/lib/client/stage/show-device-problem";
import { useStageBlur } from "@/lib/client/stage/use-stage-blur";
import { useStageCapture } from "@/lib/client/stage/use-stage-capture";
import { type StageScreen, useStageControls } from "@/lib/client/stage/use-stage-controls";
import type { SceneKeys } from "@/lib/client/stage/use-stage-keys";

type StageControlsProps = {
  canShareScreen: boolean;
  canShareFiles?: boolean;
  /** Whether camera and microphone are about to be published: until then nothing can be turned off. */
  pending?: boolean;
  /** Whether single keys turn the devices on and off. A player beside the controls has its own. */
  keys?: boolean;
  /** For hosts, who also change scenes by key. */
  sceneKeys?: SceneKeys | undefined;
  /** At the end of the row, for example "Leave". */
  children?: ReactNode;
};

/** The controls of anyone on stage. Needs LiveKit's `RoomContext.Provider`. */
export function StageControls(props: StageControlsProps) {
  const { canShareScreen, canShareFiles = false, pending = false, sceneKeys, children } = props;
  const keys = props.keys === true && !pending;
  const t = useTranslations("stage");
  const td = useTranslations("devices");
  const { microphone, camera, screen, allowed } = useStageControls();
  const blur = useStageBlur();
  const files = useFileShare();
  useStageCapture();
  const mine = {
    microphone: allowed.microphone ? microphone : null,
    camera: allowed.camera ? camera : null,
  };
  const closed = closedDevices(allowed);
  return (
    <div
      role="toolbar"
      aria-label={t("controls")}
      className="flex flex-wrap items-center justify-center gap-2"
    >
      {allowed.microphone ? (
        <DeviceControl
          device={microphone}
          disabled={pending}
          label={t("mute-microphone")}
          icon={microphone.on && !microphone.silenced ? <Mic /> : <MicOff />}
        />
      ) : null}
      {allowed.camera ? (
        <DeviceControl
          device={camera}
          disabled={pending}
          label={t("stop-camera")}
          icon={camera.on && !camera.silenced ? <Video /> : <VideoOff />}
        >
          <BlurItem blur={blur} />
        </DeviceControl>
      ) : null}
      {canShareScreen && allowed.screen && screen.possible ? (
        <ScreenControl screen={screen} />
      ) : null}
      {canShareFiles && allowed.screen ? <FileControl files={files} /> : null}
      <StageMore keys={keys ? mine : null} sceneKeys={sceneKeys} />
      {children}
      {files.file ? <FilePanel file={files.file} onRemove={files.remove} /> : null}
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {closed ? t("closed-to-you", { devices: closed }) : null}
        {canShareScreen && !allowed.screen && screen.possible ? ` ${t("screen-closed")}` : null}
      </p>
      {/* The unblurred picture stays on air until the blur is ready. */}
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {camera.on && blur.wanted && blur.busy ? td("blur.starting") : null}
      </p>
      <DeviceTrouble device={microphone} />
      <DeviceTrouble device={camera} />
      <BlurTrouble
        onRetry={async () => showDeviceProblem("camera", await camera.turn(true))}
        className="basis-full"
      />
      <p role="status" className="text-sm text-ink-soft empty:hidden max-sm:sr-only">
        {screen.on ? t("sharing") : null}
      </p>
    </div>
  );
}

function BlurItem({ blur: { wanted, slow, turn } }: { blur: BackgroundBlur }) {
  const t = useTranslations("devices.blur");
  return (
    <>
      <MenuSeparator />
      <MenuCheckboxItem checked={wanted} onCheckedChange={turn}>
        {t("label")}
      </MenuCheckboxItem>
      {wanted && slow ? <MenuLabel>{t("slow")}</MenuLabel> : null}
    </>
  );
}

function ScreenControl({ screen: { on, busy, turn } }: { screen: StageScreen }) {
  const t = useTranslations("stage");
  return (
    <IconButton
      variant="filled"
      label={t("share-screen")}
      pressed={on}
      icon={on ? <MonitorOff /> : <MonitorUp />}
      aria-busy={busy || undefined}
      onClick={async () => {
        const outcome = await turn(!on);
        // Browsers also report "refused" when their picker was closed without a choice.
        if (outcome === "done" || outcome === "refused") return;
        toast.problem(say("stage.not-shared.title"), {
          id: "screen",
          description: say("stage.not-shared.next"),
        });
      }}
    />
  );
}
