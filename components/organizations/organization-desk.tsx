"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { AddMemberForm } from "@/components/organizations/add-member-form";
import { MemberRow } from "@/components/organizations/member-row";
import { RenameOrganization } from "@/components/organizations/rename-organization";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Link } from "@/components/ui/link";
import { PageHeading, SectionHeading } from "@/components/ui/page";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { brandPath, organizationsPath } from "@/lib/client/organizations/organization-paths";
import { useOrganizationMembers } from "@/lib/client/organizations/use-organization-members";
import type { Person } from "@/lib/contracts/livestreams";
import type { Organization, OrganizationMember } from "@/lib/contracts/organizations";
import { isolated } from "@/lib/words/isolated";

type OrganizationDeskProps = {
  organization: Organization;
  members: OrganizationMember[];
  me: Person;
};

/** An organization for its members: the list of members, editable with permission. */
export function OrganizationDesk({ organization, members: found, me }: OrganizationDeskProps) {
  const t = useTranslations("organizations");
  const { id, name } = organization;
  const desk = useOrganizationMembers(id, found);
  const myRole = desk.members.find(({ account }) => account.id === me.id)?.role ?? "member";
  const administers = myRole !== "member";
  return (
    <>
      <PageHeading
        title={<bdi className="in-line block wrap-anywhere">{name}</bdi>}
        lede={`${id} · ${t(`roles.${myRole}`)}`}
        actions={
          <>
            {administers ? (
              <>
                <Button asChild>
                  <Link href={brandPath(id)}>{t("brand")}</Link>
                </Button>
                <RenameOrganization organization={organization} />
              </>
            ) : null}
            {id === me.handle ? null : <Leave name={name} leave={() => desk.remove(me.id)} />}
          </>
        }
      />
      <section aria-labelledby="members">
        <SectionHeading id="members" title={t("members")} />
        <ul aria-labelledby="members" className="-mt-4 divide-y divide-line">
          {desk.members.map((member) => (
            <MemberRow
              key={member.account.id}
              member={member}
              isMe={member.account.id === me.id}
              isFounder={member.account.handle === id}
              myRole={myRole}
              change={desk.change}
              remove={desk.remove}
            />
          ))}
        </ul>
      </section>
      {administers ? (
        <section aria-labelledby="add" className="mt-12">
          <SectionHeading id="add" title={t("add")} />
          <AddMemberForm desk={desk} mayGiveRoles={myRole === "owner"} />
        </section>
      ) : null}
    </>
  );
}

type LeaveProps = { name: string; leave: () => Promise<void> };

function Leave({ name, leave }: LeaveProps) {
  const t = useTranslations("organizations.leave");
  const router = useRouter();

  async function go() {
    if (
      !(await runWithToast(leave, {
        done: t("done", { name: isolated(name) }),
        failed: t("failed"),
      }))
    )
      return;
    router.push(organizationsPath);
    router.refresh();
  }

  return (
    <ConfirmDialog
      title={t("question", { name: isolated(name) })}
      consequence={t("words")}
      verb={t("verb")}
      trigger={<Button variant="quiet">{t("verb")}</Button>}
      onConfirm={go}
    />
  );
}
