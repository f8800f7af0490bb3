"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Select } from "@/components/ui/select";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import type { OrganizationMembers } from "@/lib/client/organizations/use-organization-members";
import type { OrganizationMember, OrganizationRole } from "@/lib/contracts/organizations";
import { isolated } from "@/lib/words/isolated";

type MemberRowProps = Pick<OrganizationMembers, "change" | "remove"> & {
  member: OrganizationMember;
  isMe: boolean;
  /** Whether the organization is this account's own; they stay its owner. */
  isFounder: boolean;
  myRole: OrganizationRole;
};

const roles = ["owner", "admin", "member"] as const;

/** A member. People's own rows have no buttons: they leave from the top of the page. */
export function MemberRow(props: MemberRowProps) {
  const { member, isMe, isFounder, myRole, change, remove } = props;
  const t = useTranslations("organizations");
  const { account, role } = member;
  const settled = isMe || isFounder;
  const mayGiveRoles = myRole === "owner" && !settled;
  const mayRemove = mayGiveRoles || (myRole === "admin" && role === "member" && !settled);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <Avatar name={account.name} picture={account.picture} size="sm" />
      <div className="min-w-0 flex-1 basis-32">
        <p dir="auto" className="truncate">
          {isMe
            ? t.rich("you", {
                name: isolated(account.name),
                soft: (words) => <span className="text-ink-soft">{words}</span>,
              })
            : account.name}
        </p>
        <p className="truncate text-sm text-ink-soft">{`@${account.handle}`}</p>
      </div>
      <div className="ml-auto flex items-center gap-2">
        {mayGiveRoles ? (
          <RoleSelect member={member} change={change} />
        ) : (
          <p className="text-ink-soft">{t(`roles.${role}`)}</p>
        )}
        {mayRemove ? <Remove member={member} remove={remove} /> : null}
      </div>
    </li>
  );
}

function RoleSelect({ member, change }: Pick<MemberRowProps, "member" | "change">) {
  const t = useTranslations("organizations");
  const { account, role } = member;
  const { name } = account;
  const [pending, setPending] = useState<OrganizationRole | null>(null);

  async function give(wanted: OrganizationRole) {
    setPending(wanted);
    await runWithToast(() => change(account.handle, wanted), {
      done: t("role-now", { name: isolated(name), role: wanted }),
      failed: t("role-still", { name: isolated(name), role }),
    });
    setPending(null);
  }

  return (
    <Select
      label={t("role-of", { name: isolated(name) })}
      hideLabel
      className="w-30"
      options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
      value={pending ?? role}
      onValueChange={(value) => void give(value as OrganizationRole)}
    />
  );
}

function Remove({ member: { account }, remove }: Pick<MemberRowProps, "member" | "remove">) {
  const t = useTranslations("organizations.remove");
  const { name } = account;

  return (
    <ConfirmDialog
      title={t("question", { name: isolated(name) })}
      consequence={t("words")}
      verb={t("verb")}
      trigger={
        <Button size="sm" variant="quiet" aria-label={t("of", { name: isolated(name) })}>
          {t("verb")}
        </Button>
      }
      onConfirm={() =>
        runWithToast(() => remove(account.id), {
          done: t("done", { name: isolated(name) }),
          failed: t("failed", { name: isolated(name) }),
        })
      }
    />
  );
}
