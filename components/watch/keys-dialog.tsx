"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
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
      <dl className="divide-y divide-line border-y border-line">
        {listed.map(({ action, keys }) => (
          <div key={action} className="flex min-h-11 items-center justify-between gap-4 py-1.5">
            <dt>{t(action)}</dt>
            <dd className="flex shrink-0 gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="min-w-8 rounded border border-line bg-fill px-2 py-0.5 text-center font-sans text-sm"
                >
                  {caption(key)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
