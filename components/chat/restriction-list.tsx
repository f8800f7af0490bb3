"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { LoadProblem } from "@/components/ui/load-problem";
import { LocalTime } from "@/components/ui/local-time";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { useRestrictions } from "@/lib/client/chat/use-restrictions";
import type { Restriction } from "@/lib/contracts/restrictions";
import { isolated } from "@/lib/words/isolated";

type RestrictionListProps = { mint: string; label: string; nobody: string };

/** The people that the reader can let in again, each with a button. */
export function RestrictionList({ mint, label, nobody }: RestrictionListProps) {
  const { list, lift } = useRestrictions(mint);
  return (
    <>
      <LoadProblem loaded={list} />
      {list.value?.length === 0 ? <p className="text-ink-soft">{nobody}</p> : null}
      {list.value && list.value.length > 0 ? (
        <ul aria-label={label} className="divide-y divide-line border-y border-line">
          {list.value.map((each) => (
            <RestrictionRow
              key={`${each.kind} ${each.subject}`}
              restriction={each}
              onLift={() => lift(each)}
            />
          ))}
        </ul>
      ) : null}
    </>
  );
}

type RestrictionRowProps = { restriction: Restriction; onLift: () => Promise<void> };

function RestrictionRow({ restriction, onLift }: RestrictionRowProps) {
  const t = useTranslations("chat.restrictions");
  const { kind, name, reason, createdAt, createdBy, endsAt } = restriction;
  const [pending, setPending] = useState(false);
  const verb = kind === "ban" ? "lift" : "let-in";

  async function undo() {
    setPending(true);
    const words = { name: isolated(name) };
    const messages = { done: t(`${verb}-done`, words), failed: t("failed", words) };
    if (!(await runWithToast(onLift, messages))) setPending(false);
  }

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <Avatar name={name} size="sm" />
      <div className="min-w-0 flex-1 basis-40">
        <p dir="auto" className="truncate">
          {name}
        </p>
        <p className="text-sm text-ink-soft">
          {t.rich("note", {
            kind,
            by: isolated(createdBy ?? "none"),
            time: () => <LocalTime value={createdAt} format="moment" />,
          })}
        </p>
        {endsAt ? (
          <p className="text-sm text-ink-soft">
            {t.rich("ends", { time: () => <LocalTime value={endsAt} format="moment" /> })}
          </p>
        ) : null}
        {reason ? (
          <p className="in-line text-sm text-ink-soft wrap-anywhere">
            {t("reason", { reason: isolated(reason) })}
          </p>
        ) : null}
      </div>
      <Button
        size="sm"
        aria-label={t(`${verb}-named`, { name: isolated(name) })}
        pending={pending}
        onClick={undo}
      >
        {t(verb)}
      </Button>
    </li>
  );
}
