"use client";

import { Palette } from "lucide-react";
import { useTranslations } from "next-intl";
import { BannerForm } from "@/components/studio/banner-form";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import type { LookDesk } from "@/lib/client/stage/use-look-draft";
import { useStage } from "@/lib/client/stage/use-stage";
import type { Minutes, SceneDesk } from "@/lib/client/studio/use-scene-desk";
import type { LookChanges } from "@/lib/contracts/look";
import { isolated } from "@/lib/words/isolated";

type LookPopoverProps = { desk: LookDesk; scenes: SceneDesk };

/** Names, banner, spotlight and countdowns, for everyone. Needs a room context. */
export function LookPopover({ desk, scenes }: LookPopoverProps) {
  const t = useTranslations("stage.layout");
  const ts = useTranslations("stage.scenes");
  const { look } = desk;

  const large = look.layout === "spotlight" || look.layout === "picture-in-picture";
  const change = (changes: LookChanges) =>
    runWithToast(() => desk.change(changes), { failed: t("failed"), id: "look" });

  return (
    <Popover
      title={t("title")}
      side="top"
      trigger={<IconButton variant="filled" label={t("open")} icon={<Palette />} />}
    >
      {large ? (
        <SpotlightChoice value={look.spotlight} onChange={(spotlight) => change({ spotlight })} />
      ) : null}
      <Switch
        label={t("names")}
        checked={look.showNames}
        onCheckedChange={(showNames) => change({ showNames })}
        className="mt-2"
      />
      <BannerForm shown={look.banner} onShow={(banner) => change({ banner })} />
      <Switch
        label={ts("preview-first")}
        hint={ts("preview-hint")}
        checked={scenes.previews}
        onCheckedChange={scenes.setPreviews}
        className="mt-3 border-t border-line"
      />
      <Countdowns minutes={scenes.minutes} onChange={scenes.setMinutes} />
    </Popover>
  );
}

type CountdownsProps = { minutes: Minutes; onChange: (minutes: Minutes) => void };

const offered = [0, 1, 2, 3, 5, 10, 15, 30];

/** What the cards count down from when they are next shown. */
function Countdowns({ minutes, onChange }: CountdownsProps) {
  const t = useTranslations("stage");
  return (
    <div className="flex flex-col gap-3">
      {(["starting", "break"] as const).map((card) => (
        <Select
          key={card}
          label={t(`layout.countdown.${card}`)}
          value={String(minutes[card])}
          onValueChange={(value) => onChange({ ...minutes, [card]: Number(value) })}
          options={offered.map((each) => ({
            value: String(each),
            label: t("layout.countdown.minutes", { minutes: each }),
          }))}
        />
      ))}
    </div>
  );
}

type SpotlightChoiceProps = { value: string | null; onChange: (identity: string | null) => void };

function SpotlightChoice({ value, onChange }: SpotlightChoiceProps) {
  const t = useTranslations("stage");
  const faces = useStage().filter(({ kind }) => kind === "face");
  const people = faces.map(({ participant: { identity, isLocal }, name }) => {
    const label = name || t("somebody");
    return {
      value: identity,
      label: isLocal ? t.markup("you", { name: isolated(label), own: (words) => words }) : label,
    };
  });
  const gone = value !== null && people.every((person) => person.value !== value);
  return (
    <Select
      label={t("layout.spotlight")}
      className="mt-3"
      value={value ?? ""}
      onValueChange={(identity) => onChange(identity || null)}
      options={[
        { value: "", label: t("layout.first") },
        ...(gone ? [{ value, label: t("layout.gone") }] : []),
        ...people,
      ]}
    />
  );
}
