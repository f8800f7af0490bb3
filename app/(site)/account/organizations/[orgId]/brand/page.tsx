import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { BrandEditor } from "@/components/organizations/brand-editor";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Page, PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { actorOfPage } from "@/lib/auth/page-actor";
import { readBrand } from "@/lib/brands/brand-access";
import { brandPath, organizationPath } from "@/lib/client/organizations/organization-paths";
import { appContext } from "@/lib/context";
import { readOrganization } from "@/lib/contracts/organizations";
import { administers } from "@/lib/organizations/organization";
import { presentOrganizations } from "@/lib/organizations/present-organization";
import { isolated } from "@/lib/words/isolated";

type Props = PageProps<"/account/organizations/[orgId]/brand">;

/** The organization if this person administers it. */
const administered = cache(async (orgId: string) => {
  const actor = await actorOfPage();
  if (!actor || !readOrganization.params.safeParse({ orgId }).success) return null;
  const [found] = await presentOrganizations(appContext().db, actor.id, orgId);
  return found && administers(found.role) ? { ...found, by: actor.id } : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const organization = await administered((await params).orgId);
  // Signed-out visitors are led to sign in.
  if (!organization && (await actorOfPage())) notFound();
  const t = await getTranslations("brand");
  return { title: organization ? t("of", { name: organization.name }) : t("title") };
}

export default async function BrandPage({ params }: Props) {
  const { orgId } = await params;
  if (!(await actorOfPage())) redirect(`/sign-in?next=${encodeURIComponent(brandPath(orgId))}`);
  const organization = await administered(orgId);
  if (!organization) notFound();
  const t = await getTranslations("brand");
  const name = isolated(organization.name);
  const brand = await readBrand(appContext().db, organization.by, orgId);
  return (
    <Page width="wide">
      <PageHeading
        title={t("title")}
        lede={t("lede", { name })}
        actions={
          <Button asChild>
            <Link href={organizationPath(orgId)}>{t("back", { name })}</Link>
          </Button>
        }
      />
      <PageWords of={["brand", "stage"]}>
        <BrandEditor orgId={orgId} brand={brand} />
      </PageWords>
    </Page>
  );
}
