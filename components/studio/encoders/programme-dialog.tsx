"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { LoadProblem } from "@/components/ui/load-problem";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { type ProgrammeLinkDesk, useProgrammeLink } from "@/lib/client/studio/use-programme-link";
import type { ProgrammeLink } from "@/lib/contracts/programme";

type ProgrammeDialogProps = {
  mint: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The link to the programme, for recorders and browser sources. */
export function ProgrammeDialog({ mint, open, onOpenChange }: ProgrammeDialogProps) {
  const t = useTranslations("programme");
  const desk = useProgrammeLink(mint, open);
  const { made, loaded, forgetMade } = desk;

  function openOrClose(next: boolean) {
    if (!next) forgetMade();
    onOpenChange(next);
  }

  return (
    <Dialog title={t("title")} description={t("lede")} open={open} onOpenChange={openOrClose}>
      <div className="flex flex-col gap-6">
        <HowTo />
        {made ? (
          <div className="flex flex-col gap-4">
            <CopyField label={t("link")} value={made} hint={t("link-once")} />
            <Button className="sm:self-start" onClick={forgetMade}>
              {t("done")}
            </Button>
          </div>
        ) : null}
        <LoadProblem loaded={loaded} />
        {loaded.value?.link ? <ActiveLink link={loaded.value.link} desk={desk} /> : null}
        {loaded.value?.link === null ? <MakeLink desk={desk} /> : null}
      </div>
    </Dialog>
  );
}

function HowTo() {
  const t = useTranslations("programme");
  return (
    <section>
      <h3 className="text-sm font-medium">{t("how.title")}</h3>
      <ol className="mt-1 flex list-decimal flex-col gap-1 pl-5 text-ink-soft">
        <li>{t("how.source")}</li>
        <li>{t("how.size")}</li>
        <li>{t("how.hours")}</li>
      </ol>
      <p className="mt-3 text-ink-soft">{t("warning")}</p>
    </section>
  );
}

function MakeLink({ desk: { make } }: { desk: ProgrammeLinkDesk }) {
  const t = useTranslations("programme");
  const [pending, setPending] = useState(false);
  async function create() {
    setPending(true);
    const made = await runWithToast(make, { failed: t("replace.failed") });
    if (!made) setPending(false);
  }
  return (
    <Button
      variant="primary"
      className="sm:self-start"
      pending={pending}
      onClick={() => void create()}
    >
      {t("make")}
    </Button>
  );
}

function ActiveLink({ link, desk }: { link: ProgrammeLink; desk: ProgrammeLinkDesk }) {
  const t = useTranslations("programme");
  return (
    <section className="flex flex-wrap items-center gap-x-3 gap-y-2 border-y border-line py-2">
      <div className="min-w-0 flex-1 basis-44">
        <h3>
          {t("active")} <span className="text-ink-soft">…{link.ending}</span>
        </h3>
        <p className="text-sm text-ink-soft">{t("connected", { count: link.connected })}</p>
      </div>
      <div className="flex gap-1">
        <ConfirmDialog
          title={t("replace.title")}
          consequence={t("replace.consequence")}
          verb={t("replace.verb")}
          trigger={
            <Button size="sm" variant="quiet">
              {t("replace.verb")}
            </Button>
          }
          onConfirm={() => runWithToast(desk.make, { failed: t("replace.failed") })}
        />
        <ConfirmDialog
          title={t("off.title")}
          consequence={t("off.consequence")}
          verb={t("off.verb")}
          trigger={
            <Button size="sm" variant="quiet">
              {t("off.verb")}
            </Button>
          }
          onConfirm={() =>
            runWithToast(desk.turnOff, { done: t("off.done"), failed: t("off.failed") })
          }
        />
      </div>
    </section>
  );
}
