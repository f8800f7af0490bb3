"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { KeyRows } from "@/components/ui/key-rows";
import { type PlayerAction, playerKeys } from "@/lib/client/player/player-keys";

type KeysDialogProps = {
  embedded?: true;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Actions that an embedded player does not have. */
const besidePicture: ReadonlySet<PlayerAction> = new Set(["chat", "theatre"]);

const drawn: Record<string, string> = { ArrowUp: "↑", ArrowDown: "↓" };

/** The list of the player's keyboard shortcuts. */
export function KeysDialog({ embedded, open, onOpenChange }: KeysDialogProps) {
  const t = useTranslations("watch.keys");
  const listed = playerKeys.filter(({ action }) => !(embedded && besidePicture.has(action)));
  const caption = (key: string) => (key === " " ? t("space") : (drawn[key] ?? key.toUpperCase()));
  return (
    <Dialog
      title={t("title")}
      description={t("intro")}
      size="sm"
      open={open}
      onOpenChange={onOpenChange}
    >
      <KeyRows
        rows={listed.map(({ action, keys }) => ({ label: t(action), keys: keys.map(caption) }))}
      />
    </Dialog>
  );
}
