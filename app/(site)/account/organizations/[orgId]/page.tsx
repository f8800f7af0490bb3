import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { OrganizationDesk } from "@/components/organizations/organization-desk";
import { Page } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { toPerson } from "@/lib/accounts/account";
import { actorOfPage } from "@/lib/auth/page-actor";
import { organizationPath } from "@/lib/client/organizations/organization-paths";
import { appContext } from "@/lib/context";
import { readOrganization } from "@/lib/contracts/organizations";
import { presentMembers, presentOrganizations } from "@/lib/organizations/present-organization";

type Props = PageProps<"/account/organizations/[orgId]">;

/**
 * The organization if this person is a member: strangers learn nothing, not even from the title.
 */
const mine = cache(async (orgId: string) => {
  const actor = await actorOfPage();
  if (!actor || !readOrganization.params.safeParse({ orgId }).success) return null;
  const [found] = await presentOrganizations(appContext().db, actor.id, orgId);
  return found ?? null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const organization = await mine((await params).orgId);
  // Signed-out visitors are led to sign in.
  if (!organization && (await actorOfPage())) notFound();
  const t = await getTranslations("organizations");
  return { title: organization?.name ?? t("one") };
}

export default async function OrganizationPage({ params }: Props) {
  const { orgId } = await params;
  const actor = await actorOfPage();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(organizationPath(orgId))}`);
  const organization = await mine(orgId);
  if (!organization) notFound();
  const members = await presentMembers(appContext().db, orgId);
  return (
    <Page>
      <PageWords of={["organizations"]}>
        <OrganizationDesk organization={organization} members={members} me={toPerson(actor)} />
      </PageWords>
    </Page>
  );
}
