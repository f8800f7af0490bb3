"use client";

import { useTranslations } from "next-intl";
import { InviteForm } from "@/components/studio/invites/invite-form";
import { InviteList } from "@/components/studio/invites/invite-list";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { LoadProblem } from "@/components/ui/load-problem";
import { LocalTime } from "@/components/ui/local-time";
import { useOrigin } from "@/lib/client/browser/use-origin";
import { waitingRoomPath, watchPath } from "@/lib/client/livestreams/livestream-paths";
import { type Invites, useInvites } from "@/lib/client/studio/use-invites";
import type { Livestream, Person } from "@/lib/contracts/livestreams";

type InviteDialogProps = {
  livestream: Livestream;
  me: Person;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Creates and revokes invite links for guests without an account. */
export function InviteDialog({ livestream, me, open, onOpenChange }: InviteDialogProps) {
  const t = useTranslations("studio");
  // A co-host is not a member of the creator's organization, but everyone has their own.
  const orgId = livestream.creator.id === me.id ? livestream.orgId : me.handle;
  const invites = useInvites(livestream.mint, open);
  return (
    <Dialog title={t("invite.title")} open={open} onOpenChange={onOpenChange}>
      <div className="flex flex-col gap-6">
        <CopyField
          label={t("invite.viewer-link")}
          value={useOrigin() + watchPath(livestream.mint)}
          hint={t(`invite.viewer-hint.${livestream.visibility}`)}
        />
        <div className="border-t border-line pt-5">
          <h3 className="font-semibold">{t("invite.guests")}</h3>
          <p className="mt-1 text-ink-soft">{t("invite.guests-about")}</p>
        </div>
        {invites.made ? (
          <InviteMade made={invites.made} mint={livestream.mint} onAgain={invites.again} />
        ) : (
          <InviteForm invites={invites} livestream={livestream} ownOrgId={orgId} />
        )}
        <LoadProblem loaded={invites.list} />
        <InviteList invites={invites} livestream={livestream} />
      </div>
    </Dialog>
  );
}

type InviteMadeProps = {
  made: NonNullable<Invites["made"]>;
  mint: string;
  onAgain: () => void;
};

function Expiry({ at }: { at: string | null }) {
  const t = useTranslations("studio");
  if (at === null) return t("invite.until-end");
  return t.rich("invite.until", { time: () => <LocalTime value={at} format="day-time" /> });
}

function InviteMade({ made, mint, onAgain }: InviteMadeProps) {
  const t = useTranslations("studio");
  const origin = useOrigin();
  return (
    <div className="flex flex-col gap-4">
      <CopyField
        label={t("invite.link")}
        value={made.shortUrl}
        hint={<Expiry at={made.expiresAt} />}
      />
      {made.byAdmins ? (
        <CopyField
          label={t("invite.waiting-room")}
          value={origin + waitingRoomPath(mint)}
          hint={t("invite.waiting-room-hint")}
        />
      ) : null}
      <Button className="sm:self-start" onClick={onAgain}>
        {t("invite.another")}
      </Button>
    </div>
  );
}
