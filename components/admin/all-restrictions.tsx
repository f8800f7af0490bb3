"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AdminList, AdminRow, Details } from "@/components/admin/admin-list";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { useAllRestrictions } from "@/lib/client/admin/use-all-restrictions";
import { isEmpty, type Paged, type Wish } from "@/lib/client/admin/use-paged";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import type { ShowRestriction } from "@/lib/contracts/admin/restrictions";
import { isolated } from "@/lib/words/isolated";

type AllRestrictionsProps = { first: Paged<ShowRestriction>; wish: Wish };

export function AllRestrictions({ first, wish }: AllRestrictionsProps) {
  const t = useTranslations("admin");
  const { list, lift } = useAllRestrictions(first, wish);
  return (
    <AdminList
      label={t("sections.bans")}
      list={list}
      none={t(isEmpty(wish) ? "bans.empty" : "bans.none")}
      row={(each) => (
        <RestrictionRow
          key={`${each.show.mint} ${each.subject} ${each.kind}`}
          restriction={each}
          onLift={() => lift(each)}
        />
      )}
    />
  );
}

type RestrictionRowProps = { restriction: ShowRestriction; onLift: () => Promise<void> };

function RestrictionRow({ restriction, onLift }: RestrictionRowProps) {
  const t = useTranslations("admin.bans");
  const { kind, show, createdBy, createdAt, endsAt, reason } = restriction;
  const name = isolated(restriction.name);
  const [pending, setPending] = useState(false);

  async function lift() {
    setPending(true);
    const messages = { done: t(`${kind}.lifted`, { name }), failed: t("failed", { name }) };
    if (!(await runWithToast(onLift, messages))) setPending(false);
  }

  return (
    <AdminRow
      title={restriction.name}
      badges={[t(`kinds.${kind}`)]}
      action={
        <Button
          size="sm"
          aria-label={t(`${kind}.lift-named`, { name })}
          pending={pending}
          onClick={lift}
        >
          {t("lift")}
        </Button>
      }
    >
      <p>
        <bdi>{show.title}</bdi>
      </p>
      <Details>
        <span>
          {t.rich("note", {
            by: createdBy === null ? "none" : isolated(createdBy),
            time: () => <LocalTime value={createdAt} />,
          })}
        </span>
        {endsAt ? (
          <span>{t.rich("ends", { time: () => <LocalTime value={endsAt} /> })}</span>
        ) : null}
      </Details>
      {reason ? <p className="in-line">{t("reason", { reason: isolated(reason) })}</p> : null}
    </AdminRow>
  );
}
