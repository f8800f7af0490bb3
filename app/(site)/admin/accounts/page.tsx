import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetLinks } from "@/components/accounts/reset-links";
import { PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { adminOfPage } from "@/lib/auth/admin-of-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("sections.accounts") };
}

export default async function AdminAccountsPage() {
  await adminOfPage();
  const t = await getTranslations("admin");
  return (
    <>
      <PageHeading title={t("sections.accounts")} />
      <PageWords of={["accounts"]}>
        <ResetLinks />
      </PageWords>
    </>
  );
}
