"use client";

import { Activity, Keyboard, Settings } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import {
  Menu,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from "@/components/ui/menu";
import type { Player } from "@/lib/client/player/use-player";
import { qualityFrom } from "@/lib/client/room/picture-quality";

/** Picture quality and connection stats. */
export function PlayerSettings({ player: { quality, open, setOpen } }: { player: Player }) {
  const t = useTranslations("watch.player");
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
