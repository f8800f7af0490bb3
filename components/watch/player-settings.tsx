"use client";

import { Activity, Keyboard, Settings } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import {
  Menu,
  MenuCheckboxItem,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from "@/components/ui/menu";
import type { PlayerFrame } from "@/components/watch/player-frame";
import type { Player } from "@/lib/client/player/use-player";
import { qualityFrom } from "@/lib/client/room/picture-quality";

type PlayerSettingsProps = { player: Player; frame: PlayerFrame };

/** Picture quality, the shape of the picture, and connection stats. */
export function PlayerSettings({ player, frame }: PlayerSettingsProps) {
  const t = useTranslations("watch.player");
  const { quality, open, setOpen } = player;
  const { chosen, choose, layers } = quality;
  // A size this show does not have is kept for the next one that has it.
  const offered = chosen === "none" || layers.some((layer) => layer.quality === chosen);
  return (
    <Menu
      side="top"
      trigger={
        <IconButton
          variant="picture"
          label={t("settings")}
          icon={<Settings aria-hidden="true" />}
        />
      }
    >
      <MenuLabel>{t("quality")}</MenuLabel>
      <MenuRadioGroup
        value={offered ? chosen : "auto"}
        onValueChange={(value) => choose(qualityFrom(value))}
      >
        <MenuRadioItem value="auto">{t("auto")}</MenuRadioItem>
        {layers.map((layer) => (
          <MenuRadioItem key={layer.quality} value={layer.quality}>
            {`${layer.height}p`}
          </MenuRadioItem>
        ))}
        <MenuRadioItem value="none">{t("audio-only")}</MenuRadioItem>
      </MenuRadioGroup>
      {frame.onToggleFills ? (
        <>
          <MenuSeparator />
          <MenuCheckboxItem checked={frame.fills ?? false} onCheckedChange={frame.onToggleFills}>
            {t("fill")}
          </MenuCheckboxItem>
          <MenuLabel>{t("fill-hint")}</MenuLabel>
        </>
      ) : null}
      <MenuSeparator />
      <MenuItem
        icon={<Activity aria-hidden="true" />}
        onSelect={() => setOpen(open === "stats" ? null : "stats")}
      >
        {t("stats")}
      </MenuItem>
      <MenuItem
        icon={<Keyboard aria-hidden="true" />}
        shortcut="?"
        onSelect={() => setOpen("keys")}
      >
        {t("keys")}
      </MenuItem>
    </Menu>
  );
}
