"use client";

import { ChevronUp, Mic, MicOff, MonitorOff, MonitorUp, Video, VideoOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BlurTrouble } from "@/components/devices/blur-trouble";
import { MicrophoneLevel } from "@/components/devices/microphone-level";
import { DeviceTrouble } from "@/components/stage/device-trouble";
import { IconButton } from "@/components/ui/icon-button";
import {
  Menu,
  MenuCheckboxItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from "@/components/ui/menu";
import { toast } from "@/lib/client/browser/toast";
import type { BackgroundBlur } from "@/lib/client/devices/use-background-blur";
import { say } from "@/lib/client/server-api/say";
import { closedDevices } from "@/lib/client/stage/allowed-sources";
import { showDeviceProblem } from "@/lib/client/stage/show-device-problem";
import { useStageBlur } from "@/lib/client/stage/use-stage-blur";
import {
  type StageDevice,
  type StageScreen,
  useStageControls,
} from "@/lib/client/stage/use-stage-controls";

type StageControlsProps = {
  canShareScreen: boolean;
  /** At the end of the row, for example "Leave". */
  children?: ReactNode;
};

/** The controls of anyone on stage. Needs LiveKit's `RoomContext.Provider`. */
export function StageControls({ canShareScreen, children }: StageControlsProps) {
  const t = useTranslations("stage");
  const td = useTranslations("devices");
  const { microphone, camera, screen, allowed } = useStageControls();
  const blur = useStageBlur();
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
          label={t("mute-microphone")}
          icon={microphone.on && !microphone.silenced ? <Mic /> : <MicOff />}
        />
      ) : null}
      {allowed.camera ? (
        <DeviceControl
          device={camera}
          label={t("stop-camera")}
          icon={camera.on && !camera.silenced ? <Video /> : <VideoOff />}
        >
          <BlurItem blur={blur} />
        </DeviceControl>
      ) : null}
      {canShareScreen && allowed.screen && screen.possible ? (
        <ScreenControl screen={screen} />
      ) : null}
      {children}
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
      {/* Sharers do not see their own screen on the stage, which would nest it endlessly. */}
      <p role="status" className="text-sm text-ink-soft empty:hidden max-sm:sr-only">
        {screen.on ? t("sharing") : null}
      </p>
    </div>
  );
}

type DeviceControlProps = {
  device: StageDevice;
  label: string;
  icon: ReactNode;
  /** At the end of the menu. */
  children?: ReactNode;
};

function DeviceControl({ device, label, icon, children }: DeviceControlProps) {
  const { kind, on, busy, devices, deviceId, turn, choose, track } = device;
  const t = useTranslations("devices");
  return (
    <div className="flex">
      <IconButton
        variant="filled"
        label={label}
        icon={icon}
        pressed={!on}
        aria-busy={busy || undefined}
        onClick={async () => showDeviceProblem(kind, await turn(!on))}
      />
      <Menu
        side="top"
        align="center"
        trigger={
          <IconButton label={t(`choose-${kind}`)} icon={<ChevronUp />} className="w-8 max-sm:w-7" />
        }
      >
        <MenuLabel>{t(kind)}</MenuLabel>
        {kind === "microphone" ? (
          <div className="px-3 pt-1 pb-3">
            <MicrophoneLevel track={track} />
          </div>
        ) : null}
        <MenuRadioGroup
          value={deviceId ?? ""}
          onValueChange={async (id) => showDeviceProblem(kind, await choose(id))}
        >
          {devices.map(({ id, label: name }) => (
            <MenuRadioItem key={id} value={id}>
              {name}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        {devices.length === 0 ? <MenuLabel>{t(`no-${kind}`)}</MenuLabel> : null}
        {children}
      </Menu>
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
