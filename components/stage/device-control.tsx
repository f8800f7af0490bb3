"use client";

import { ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MicrophoneLevel } from "@/components/devices/microphone-level";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuLabel, MenuRadioGroup, MenuRadioItem } from "@/components/ui/menu";
import { showDeviceProblem } from "@/lib/client/stage/show-device-problem";
import type { StageDevice } from "@/lib/client/stage/use-stage-controls";

type DeviceControlProps = {
  device: StageDevice;
  disabled?: boolean;
  label: string;
  icon: ReactNode;
  /** At the end of the menu. */
  children?: ReactNode;
};

/** Turns a camera or microphone on stage on and off, and chooses another. */
export function DeviceControl({ device, disabled, label, icon, children }: DeviceControlProps) {
  const { kind, on, busy, devices, deviceId, turn, choose, track } = device;
  const t = useTranslations("devices");
  return (
    <div className="flex">
      <IconButton
        variant="filled"
        label={label}
        icon={icon}
        pressed={!on}
        disabled={disabled}
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
