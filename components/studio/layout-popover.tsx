"use client";

import { LayoutGrid } from "lucide-react";
import { useTranslations } from "next-intl";
import { BannerForm } from "@/components/studio/banner-form";
import { LayoutChoice } from "@/components/studio/layout-choice";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import type { LookChanges, LookDesk } from "@/lib/client/stage/use-look-draft";
import { useStage } from "@/lib/client/stage/use-stage";
import { isolated } from "@/lib/words/isolated";

/** The layout that all viewers see, chosen by the hosts. Needs a room context. */
export function LayoutPopover({ desk }: { desk: LookDesk }) {
  const t = useTranslations("stage.layout");
  const { look } = desk;

  const change = (changes: LookChanges) =>
    runWithToast(() => desk.change(changes), { failed: t("failed"), id: "look" });

  return (
    <Popover
      title={t("title")}
      side="top"
      trigger={<IconButton variant="filled" label={t("open")} icon={<LayoutGrid />} />}
    >
      <LayoutChoice value={look.layout} onChange={(layout) => change({ layout })} />
      {look.layout === "spotlight" ? (
        <SpotlightChoice value={look.spotlight} onChange={(spotlight) => change({ spotlight })} />
      ) : null}
      <Switch
        label={t("names")}
        checked={look.showNames}
        onCheckedChange={(showNames) => change({ showNames })}
        className="mt-2"
      />
      <BannerForm shown={look.banner} onShow={(banner) => change({ banner })} />
    </Popover>
  );
}

type SpotlightChoiceProps = { value: string | null; onChange: (identity: string | null) => void };

function SpotlightChoice({ value, onChange }: SpotlightChoiceProps) {
  const t = useTranslations("stage");
  const faces = useStage().filter(({ kind }) => kind === "face");
  const people = faces.map(({ participant: { identity, isLocal }, name }) => {
    const label = name || t("somebody");
    return { value: identity, label: isLocal ? t("you", { name: isolated(label) }) : label };
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
