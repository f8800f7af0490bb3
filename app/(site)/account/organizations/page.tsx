import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NewOrganization } from "@/components/organizations/new-organization";
import { OrganizationRow } from "@/components/organizations/organization-row";
import { organizationsPath } from "@/components/organizations/organization-words";
import { Page, PageHeading } from "@/components/ui/page";
import { actorOfPage } from "@/lib/auth/actor";
import { appContext } from "@/lib/context";
import { presentOrganizations } from "@/lib/organizations/present-organization";

export const metadata: Metadata = { title: "Organizations" };

export default async function OrganizationsPage() {
  const actor = await actorOfPage();
  if (!actor) redirect(`/sign-in?next=${organizationsPath}`);
  const organizations = await presentOrganizations(appContext().db, actor.id);
  return (
    <Page>
      <PageHeading
        title="Organizations"
        lede="Its admins can admit the guests of a show."
        actions={<NewOrganization />}
      />
      <ul aria-label="My organizations" className="divide-y divide-line border-y border-line">
        {organizations.map((organization) => (
          <OrganizationRow
            key={organization.id}
            organization={organization}
            own={organization.id === actor.handle}
          />
        ))}
      </ul>
    </Page>
  );
}
