"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { Switch } from "@/components/ui/switch";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import type { AllowedSources } from "@/lib/client/stage/allowed-sources";
import type { StagePerson } from "@/lib/client/studio/use-people";
import { useSourceWish } from "@/lib/client/studio/use-source-wish";
import { isolated } from "@/lib/words/isolated";

type Person = Pick<StagePerson, "identity" | "name" | "allowed">;
type SourcesDialogProps = { mint: string; person: Person | undefined; onClose: () => void };

/** The sources one guest on stage may send. Closes automatically when they leave the stage. */
export function SourcesDialog({ mint, person, onClose }: SourcesDialogProps) {
  const t = useTranslations("backstage.sources");
  const name = person?.name ?? "";
  return (
    <Dialog
      size="sm"
      title={t("title", { name: isolated(name) })}
      description={t("about", { name: isolated(name) })}
      open={person !== undefined}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      {person ? <SourceSwitches key={person.identity} mint={mint} person={person} /> : null}
    </Dialog>
  );
}

const sources = ["microphone", "camera", "screen"] as const;

function SourceSwitches({ mint, person }: { mint: string; person: Person }) {
  const t = useTranslations("backstage.sources");
  const { identity, name, allowed } = person;
  const { shown, turn } = useSourceWish({ mint, identity }, allowed);

  const change = (source: keyof AllowedSources, on: boolean) =>
    runWithToast(() => turn(source, on), { failed: t("failed", { name: isolated(name) }) });

  return (
    <div className="divide-y divide-line">
      {sources.map((source) => (
        <Switch
          key={source}
          label={t(source)}
          checked={shown[source]}
          onCheckedChange={(on) => void change(source, on)}
        />
      ))}
    </div>
  );
}
