"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AddByHandleForm } from "@/components/ui/add-by-handle-form";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LoadProblem } from "@/components/ui/load-problem";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { type Members, useMembers } from "@/lib/client/studio/use-members";
import type { Member } from "@/lib/contracts/livestreams";
import { may, type Role } from "@/lib/grants/capabilities";
import { isolated } from "@/lib/words/isolated";

type MembersDialogProps = {
  mint: string;
  role: Role;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The co-hosts and, for a private show, its invited viewers. */
export function MembersDialog({ mint, role, open, onOpenChange }: MembersDialogProps) {
  const t = useTranslations("studio");
  const members = useMembers(mint, open);
  const manages = may(role, "manage-members");
  return (
    <Dialog
      title={t("members.title")}
      description={t(manages ? "members.about-mine" : "members.about")}
      open={open}
      onOpenChange={onOpenChange}
    >
      <div className="flex flex-col gap-5">
        {manages ? (
          <AddByHandleForm
            state={members.state}
            add={members.add}
            roles={[
              { value: "host", label: t("members.co-host") },
              { value: "moderator", label: t("members.moderator") },
              { value: "viewer", label: t("members.may-watch-private") },
            ]}
          />
        ) : null}
        <LoadProblem loaded={members.list} />
        <MemberList members={members} mayRemove={manages} />
      </div>
    </Dialog>
  );
}

function MemberList({ members, mayRemove }: { members: Members; mayRemove: boolean }) {
  const t = useTranslations("studio");
  const { value } = members.list;
  if (!value) return null;
  if (value.length === 0) return <p className="text-ink-soft">{t("members.nobody")}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {value.map((member) => (
        <MemberRow
          key={member.account.id}
          member={member}
          remove={mayRemove ? members.remove : undefined}
        />
      ))}
    </ul>
  );
}

const words = { host: "co-host", moderator: "moderator", viewer: "may-watch" } as const;

type MemberRowProps = { member: Member; remove: Members["remove"] | undefined };

function MemberRow({ member: { account, role }, remove }: MemberRowProps) {
  const t = useTranslations("studio");
  const [pending, setPending] = useState(false);

  async function takeBack() {
    setPending(true);
    const failed = t("members.not-removed", { name: isolated(account.name) });
    if (!(await runWithToast(async () => remove?.(account.id), { failed }))) setPending(false);
  }

  return (
    <li className="flex items-center gap-3 py-2">
      <Avatar name={account.name} picture={account.picture} size="sm" />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate">
          {account.name}
        </p>
        <p className="truncate text-sm text-ink-soft">
          {`@${account.handle} · ${t(`members.${words[role]}`)}`}
        </p>
      </div>
      {remove ? (
        <Button
          size="sm"
          variant="quiet"
          aria-label={t("members.remove-named", { name: isolated(account.name) })}
          pending={pending}
          onClick={takeBack}
        >
          {t("members.remove")}
        </Button>
      ) : null}
    </li>
  );
}
