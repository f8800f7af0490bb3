"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LocalTime } from "@/components/ui/local-time";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import type { Invites } from "@/lib/client/studio/use-invites";
import type { InviteSummary } from "@/lib/contracts/guests";
import { isolated } from "@/lib/words/isolated";

function useKnocked() {
  const t = useTranslations("studio");
  return ({ guests, maxUses: max }: InviteSummary) => {
    if (max === null) return t("invite.knocked", { guests });
    return guests < max ? t("invite.knocked-of", { guests, max }) : t("invite.used-up", { guests });
  };
}

export function InviteList({ invites: { list, revoke } }: { invites: Invites }) {
  const t = useTranslations("studio");
  const knocked = useKnocked();
  const invites = list.value ?? [];
  if (invites.length === 0) return null;

  const takeBack = (jti: string) =>
    runWithToast(() => revoke(jti), { failed: t("invite.revoke.failed") });

  return (
    <section>
      <h3 className="text-sm font-medium">{t("invite.list")}</h3>
      <ul className="mt-1 divide-y divide-line border-y border-line">
        {invites.map((invite) => (
          <li key={invite.jti} className="flex items-center gap-3 py-2">
            <div className="min-w-0 flex-1">
              <p>{`${t(`invite.who-admits.${invite.who}`)} · ${knocked(invite)}`}</p>
              <p className="text-sm text-ink-soft">
                {t.rich("invite.by", {
                  name: isolated(invite.createdBy),
                  time: () => <LocalTime value={invite.expiresAt} format="day-time" />,
                })}
              </p>
            </div>
            <ConfirmDialog
              title={t("invite.revoke.title")}
              consequence={t("invite.revoke.consequence")}
              verb={t("invite.revoke.verb")}
              trigger={
                <Button size="sm" variant="quiet">
                  {t("invite.revoke.verb")}
                </Button>
              }
              onConfirm={() => takeBack(invite.jti)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
