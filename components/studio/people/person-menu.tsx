"use client";

import {
  Ellipsis,
  MessageSquareOff,
  MessageSquareText,
  Mic,
  MicOff,
  UserMinus,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { muteWithToast } from "@/lib/client/chat/mute-with-toast";
import type { Mutes } from "@/lib/client/chat/use-mutes";
import { feature, type VisibleViewer } from "@/lib/client/studio/use-people";
import { isolated } from "@/lib/words/isolated";

type PersonMenuProps = {
  name: string;
  /** The person's id in the chat; null if unknown. */
  subject: string | null;
  mutes: Mutes | null;
  /** Absent if this person cannot be removed. */
  onRemove?: () => void;
  /** Further items, placed first. */
  children?: ReactNode;
};

/** A host's actions for one person. */
export function PersonMenu({ name, subject, mutes, onRemove, children }: PersonMenuProps) {
  const t = useTranslations("studio");
  return (
    <Menu
      trigger={
        <IconButton label={t("people.actions", { name: isolated(name) })} icon={<Ellipsis />} />
      }
    >
      {children}
      {mutes && subject ? <MuteItem name={name} subject={subject} mutes={mutes} /> : null}
      {onRemove ? (
        <MenuItem icon={<UserMinus />} variant="danger" onSelect={onRemove}>
          {t("remove.item", { name: isolated(name) })}
        </MenuItem>
      ) : null}
    </Menu>
  );
}

type MuteItemProps = { name: string; subject: string; mutes: Mutes };

function MuteItem({ name, subject, mutes }: MuteItemProps) {
  const t = useTranslations("studio");
  const on = !mutes.isMuted(subject);
  return (
    <MenuItem
      icon={on ? <MessageSquareOff /> : <MessageSquareText />}
      onSelect={() => void muteWithToast(mutes, { subject, name }, on)}
    >
      {t(on ? "people.mute" : "people.unmute")}
    </MenuItem>
  );
}

type StageItemProps = { mint: string; viewer: VisibleViewer };

export function StageItem({ mint, viewer: { identity, name, featured } }: StageItemProps) {
  const t = useTranslations("studio");
  const change = () =>
    runWithToast(() => feature(mint, identity, !featured), {
      done: t(featured ? "people.was-taken" : "people.was-put", { name: isolated(name) }),
      failed: t(featured ? "people.not-taken" : "people.not-put", { name: isolated(name) }),
    });

  return (
    <MenuItem icon={featured ? <MicOff /> : <Mic />} onSelect={() => void change()}>
      {t(featured ? "people.take" : "people.put")}
    </MenuItem>
  );
}
