import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewOrganization } from "@/components/organizations/new-organization";
import { OrganizationRow } from "@/components/organizations/organization-row";
import { NavigationSuspense } from "@/components/ui/navigation-suspense";
import { Page, PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { SkeletonRows } from "@/components/ui/skeleton-rows";
import type { Actor } from "@/lib/auth/actor";
import { actorOfPage } from "@/lib/auth/page-actor";
import { organizationsPath } from "@/lib/client/organizations/organization-paths";
import { appContext } from "@/lib/context";
import { presentOrganizations } from "@/lib/organizations/present-organization";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organizations");
  return { title: t("title") };
}

export default async function OrganizationsPage() {
  const actor = await actorOfPage();
  if (!actor) redirect(`/sign-in?next=${organizationsPath}`);
  const t = await getTranslations("organizations");
  return (
    <Page>
      <PageHeading
        title={t("title")}
        lede={t("lede")}
        actions={
          <PageWords of={["organizations"]}>
            <NewOrganization />
          </PageWords>
        }
      />
      <NavigationSuspense shape={<SkeletonRows heading={false} rows={2} />}>
        <Mine actor={actor} />
      </NavigationSuspense>
    </Page>
  );
}

async function Mine({ actor: { id, handle } }: { actor: Actor }) {
  const t = await getTranslations("organizations");
  const organizations = await presentOrganizations(appContext().db, id);
  return (
    <ul aria-label={t("mine")} className="divide-y divide-line border-y border-line">
      {organizations.map((organization) => (
        <OrganizationRow
          key={organization.id}
          organization={organization}
          own={organization.id === handle}
        />
      ))}
    </ul>
  );
}
