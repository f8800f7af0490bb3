"use client";

import { useTranslations } from "next-intl";
import { AddByHandleForm } from "@/components/ui/add-by-handle-form";
import type { OrganizationMembers } from "@/lib/client/organizations/use-organization-members";
import type { OrganizationRole } from "@/lib/contracts/organizations";

type AddMemberFormProps = { desk: OrganizationMembers; mayGiveRoles: boolean };

export function AddMemberForm({ desk: { state, add }, mayGiveRoles }: AddMemberFormProps) {
  const t = useTranslations("organizations");
  const option = (value: OrganizationRole) => ({ value, label: t(`add-roles.${value}`) });
  const member = option("member");
  return (
    <AddByHandleForm
      state={state}
      add={add}
      roles={mayGiveRoles ? [member, option("admin"), option("owner")] : [member]}
    />
  );
}
