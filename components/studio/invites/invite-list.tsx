"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyField } from "@/components/ui/copy-field";
import { LocalTime } from "@/components/ui/local-time";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { expiresTooEarly } from "@/lib/client/studio/invite-expiry";
import type { Invites } from "@/lib/client/studio/use-invites";
import type { InviteSummary } from "@/lib/contracts/invites";
import type { Livestream } from "@/lib/contracts/livestreams";
import { isolated } from "@/lib/words/isolated";

function useKnocked() {
  const t = useTranslations("studio");
  return ({ guests, maxUses: max }: InviteSummary) => {
    if (max === null) return t("invite.knocked", { guests });
    return guests < max ? t("invite.knocked-of", { guests, max }) : t("invite.used-up", { guests });
  };
}

type InviteListProps = { invites: Invites; livestream: Livestream };

export function InviteList({ invites: { list, revoke }, livestream }: InviteListProps) {
  const t = useTranslations("studio");
  const invites = list.value ?? [];
  if (invites.length === 0) return null;
  return (
    <section>
      <h3 className="text-sm font-medium">{t("invite.list")}</h3>
      <ul className="mt-1 divide-y divide-line border-y border-line">
        {invites.map((invite) => (
          <InviteRow key={invite.jti} invite={invite} livestream={livestream} revoke={revoke} />
        ))}
      </ul>
    </section>
  );
}

type InviteRowProps = Pick<Invites, "revoke"> & { invite: InviteSummary; livestream: Livestream };

function InviteRow({ invite, livestream, revoke }: InviteRowProps) {
  const t = useTranslations("studio");
  const knocked = useKnocked();
  const { jti, label, url, who, createdBy, expiresAt } = invite;
  const tooEarly = expiresTooEarly(livestream, expiresAt === null ? null : Date.parse(expiresAt));
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          {label ? (
            <p dir="auto" className="in-line font-medium wrap-anywhere">
              {label}
            </p>
          ) : null}
          <p>{`${t(`invite.who-admits.${who}`)} · ${knocked(invite)}`}</p>
          <p className="text-sm text-ink-soft">
            {expiresAt === null
              ? t("invite.by-until-end", { name: isolated(createdBy) })
              : t.rich("invite.by", {
                  name: isolated(createdBy),
                  time: () => <LocalTime value={expiresAt} format="day-time" />,
                })}
          </p>
          {tooEarly ? <p className="text-sm text-wait-text">{t("invite.too-early")}</p> : null}
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
          onConfirm={() => runWithToast(() => revoke(jti), { failed: t("invite.revoke.failed") })}
        />
      </div>
      <CopyField
        hideLabel
        label={label ? t("invite.link-of", { label: isolated(label) }) : t("invite.link-again")}
        value={url}
      />
    </li>
  );
}
