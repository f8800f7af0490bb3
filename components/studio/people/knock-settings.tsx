"use client";

import { Settings2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { KeyRows } from "@/components/ui/key-rows";
import { Switch } from "@/components/ui/switch";
import { useAdmitTo } from "@/lib/client/studio/use-admit-to";
import type { KnockDesk } from "@/lib/client/waiting-room/use-knock-desk";
import { waitingKeys } from "@/lib/client/waiting-room/waiting-keys";
import type { Livestream } from "@/lib/contracts/livestreams";

type Followed = { livestream: Livestream; onSaved: (livestream: Livestream) => void };
type KnockSettingsProps = KnockDesk & Followed;

/** Where guests are admitted to, how a host is alerted to knocks, and the keys that answer them. */
export function KnockSettings(props: KnockSettingsProps) {
  const { livestream, onSaved, open, onOpenChange, notice, keys } = props;
  const t = useTranslations("waiting-room.settings");
  return (
    <Dialog
      size="sm"
      title={t("title")}
      open={open}
      onOpenChange={onOpenChange}
      trigger={<IconButton size="sm" label={t("title")} icon={<Settings2 />} />}
    >
      <AdmitChoice livestream={livestream} onSaved={onSaved} />
      <NoticeChoice notice={notice} />
      <Switch
        label={t("keys")}
        hint={t("keys-hint")}
        checked={keys.on}
        onCheckedChange={keys.turn}
        className="mt-2"
      />
      <KeyRows
        off={!keys.on}
        rows={waitingKeys.map(({ action, key }) => ({
          label: t(action),
          keys: [key.toUpperCase()],
        }))}
      />
    </Dialog>
  );
}

/** The same for every host of the show. */
function AdmitChoice({ livestream, onSaved }: Followed) {
  const t = useTranslations("waiting-room.settings");
  const admits = useAdmitTo(livestream, onSaved);
  return (
    <ChoiceGroup
      legend={t("admit-to")}
      name="admit-to"
      value={admits.value}
      onValueChange={admits.choose}
      options={(["backstage", "stage"] as const).map((value) => ({
        value,
        title: t(`admit-to-${value}`),
        hint: t(`admit-to-${value}-hint`),
      }))}
      className="mb-3"
    />
  );
}

function NoticeChoice({ notice: { state, ask } }: Pick<KnockDesk, "notice">) {
  const t = useTranslations("waiting-room.settings");
  return (
    <div className="flex min-h-11 items-center justify-between gap-4">
      <div className="min-w-0">
        <p>{t("notice")}</p>
        <p role="status" className="text-sm text-ink-soft">
          {t(`notice-${state}`)}
        </p>
      </div>
      {state === "unasked" ? (
        <Button size="sm" onClick={ask}>
          {t("notify")}
        </Button>
      ) : null}
    </div>
  );
}
