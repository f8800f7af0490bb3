"use client";

import { Ellipsis, Keyboard, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CaptureSettings } from "@/components/devices/capture-settings";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { KeyRows } from "@/components/ui/key-rows";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useHasOpenDialog } from "@/components/ui/open-dialog-marker";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/lib/client/browser/toast";
import { useOwnTrack } from "@/lib/client/devices/use-own-track";
import { showDeviceProblem } from "@/lib/client/stage/show-device-problem";
import { stageKeys } from "@/lib/client/stage/stage-keys";
import type { StageDevice } from "@/lib/client/stage/use-stage-controls";
import { type SceneKeys, type StageKeys, useStageKeys } from "@/lib/client/stage/use-stage-keys";

type Open = "nothing" | "settings" | "keys";
type Devices = { microphone: StageDevice | null; camera: StageDevice | null };

type StageMoreProps = { keys: Devices | null; sceneKeys?: SceneKeys | undefined };

/** What someone on stage rarely needs. Keyboard shortcuts need the devices they turn on and off. */
export function StageMore({ keys, sceneKeys }: StageMoreProps) {
  const t = useTranslations("stage.more");
  const words = useTranslations("devices.capture");
  const [open, setOpen] = useState<Open>("nothing");
  const { track, media } = useOwnTrack("camera");
  const bind = (name: Open) => ({
    open: open === name,
    onOpenChange: (next: boolean) => setOpen(next ? name : "nothing"),
  });
  return (
    <>
      <Menu
        side="top"
        trigger={<IconButton variant="filled" label={t("open")} icon={<Ellipsis />} />}
      >
        <MenuItem icon={<SlidersHorizontal />} onSelect={() => setOpen("settings")}>
          {words("title")}
        </MenuItem>
        {keys ? (
          <MenuItem icon={<Keyboard />} shortcut="?" onSelect={() => setOpen("keys")}>
            {t("keys.title")}
          </MenuItem>
        ) : null}
      </Menu>
      <Dialog title={words("title")} size="sm" {...bind("settings")}>
        <CaptureSettings camera={track} media={media} />
      </Dialog>
      {keys ? (
        <Keys
          devices={keys}
          sceneKeys={sceneKeys}
          onHelp={() => setOpen("keys")}
          {...bind("keys")}
        />
      ) : null}
    </>
  );
}

type KeysProps = {
  devices: Devices;
  sceneKeys: SceneKeys | undefined;
  onHelp: () => void;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

function Keys({ devices, sceneKeys, onHelp, open, onOpenChange }: KeysProps) {
  const { microphone, camera } = devices;
  const t = useTranslations("stage.more.keys");
  const dialogOpen = useHasOpenDialog();
  async function toggle(device: StageDevice | null) {
    if (!device) return;
    const { kind, on, turn } = device;
    const outcome = await turn(!on);
    showDeviceProblem(kind, outcome);
    if (outcome === "done") toast.done(t(`${kind}-${on ? "off" : "on"}`), { id: kind });
  }
  const actions = {
    microphone: () => void toggle(microphone),
    camera: () => void toggle(camera),
    help: onHelp,
  };
  const keys = useStageKeys(!dialogOpen, actions, sceneKeys);
  return (
    <Dialog
      title={t("title")}
      description={t("intro")}
      size="sm"
      open={open}
      onOpenChange={onOpenChange}
    >
      <KeyChoice keys={keys} scenes={sceneKeys?.rows ?? []} />
    </Dialog>
  );
}

type KeyChoiceProps = { keys: StageKeys; scenes: SceneKeys["rows"] };

/** Single keys can be turned off (WCAG 2.1.4): speech input may trigger them by mistake. */
function KeyChoice({ keys: { on, turn }, scenes }: KeyChoiceProps) {
  const t = useTranslations("stage.more.keys");
  return (
    <>
      <Switch label={t("use")} checked={on} onCheckedChange={turn} />
      <KeyRows
        off={!on}
        rows={[
          ...stageKeys.map(({ action, keys }) => ({
            label: t(`actions.${action}`),
            keys: keys.map((key) => key.toUpperCase()),
          })),
          ...scenes,
        ]}
      />
    </>
  );
}
