"use client";

import { useState } from "react";
import { roleWords } from "@/components/organizations/organization-words";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { saidBy } from "@/lib/client/said-by";
import type { OrganizationMembers } from "@/lib/client/use-organization-members";
import type { OrganizationMember, OrganizationRole } from "@/lib/contracts/organizations";

type MemberRowProps = Pick<OrganizationMembers, "change" | "remove"> & {
  member: OrganizationMember;
  isMe: boolean;
  /** Whose own organization this is; they stay its owner. */
  isFounder: boolean;
  myRole: OrganizationRole;
};

const roles = (["owner", "admin", "member"] as const).map((value) => ({
  value,
  label: roleWords[value],
}));

/** One member. Nobody's own row has buttons: leaving is asked at the top of the page. */
export function MemberRow(props: MemberRowProps) {
  const { member, isMe, isFounder, myRole, change, remove } = props;
  const { account, role } = member;
  const settled = isMe || isFounder;
  const mayGiveRoles = myRole === "owner" && !settled;
  const mayRemove = mayGiveRoles || (myRole === "admin" && role === "member" && !settled);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <Avatar name={account.name} size="sm" />
      <div className="min-w-0 flex-1 basis-32">
        <p className="truncate">
          {account.name}
          {isMe ? <span className="text-ink-soft"> (you)</span> : null}
        </p>
        <p className="truncate text-sm text-ink-soft">@{account.handle}</p>
      </div>
      <div className="ml-auto flex items-center gap-2">
        {mayGiveRoles ? (
          <RoleSelect member={member} change={change} />
        ) : (
          <p className="text-ink-soft">{roleWords[role]}</p>
        )}
        {mayRemove ? <Remove member={member} remove={remove} /> : null}
      </div>
    </li>
  );
}

function RoleSelect({ member, change }: Pick<MemberRowProps, "member" | "change">) {
  const { account, role } = member;
  const [pending, setPending] = useState<OrganizationRole | null>(null);

  async function give(wanted: OrganizationRole) {
    setPending(wanted);
    try {
      await change(account.handle, wanted);
      toast.done(`${account.name} is now ${roleWords[wanted].toLowerCase()}`);
    } catch (error) {
      toast.problem(`${account.name} is still ${roleWords[role].toLowerCase()}.`, {
        description: saidBy(error),
      });
    } finally {
      setPending(null);
    }
  }

  return (
    <Select
      label={`Role of ${account.name}`}
      hideLabel
      className="w-30"
      options={roles}
      value={pending ?? role}
      onValueChange={(value) => void give(value as OrganizationRole)}
    />
  );
}

function Remove({ member: { account }, remove }: Pick<MemberRowProps, "member" | "remove">) {
  async function takeOut() {
    try {
      await remove(account.id);
      toast.done(`${account.name} was removed`);
    } catch (error) {
      toast.problem(`${account.name} is still a member.`, { description: saidBy(error) });
    }
  }

  return (
    <ConfirmDialog
      title={`Remove ${account.name}?`}
      consequence="They decide about none of the organization’s guests any more, at once."
      verb="Remove"
      trigger={
        <Button size="sm" variant="quiet" aria-label={`Remove ${account.name}`}>
          Remove
        </Button>
      }
      onConfirm={takeOut}
    />
  );
}
