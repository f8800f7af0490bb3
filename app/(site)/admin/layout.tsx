import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminNav } from "@/components/admin/admin-nav";
import { adminSections } from "@/components/admin/admin-sections";
import { Page } from "@/components/ui/page";
import { adminOfPage } from "@/lib/auth/admin-of-page";

/** Here too: what is thrown while rendering comes too late for the not-found page’s title. */
export async function generateMetadata(): Promise<Metadata> {
  await adminOfPage();
  return {};
}

export default async function AdminLayout({ children }: LayoutProps<"/admin">) {
  await adminOfPage();
  const t = await getTranslations("admin");
  const sections = adminSections.map(({ href, key }) => ({ href, label: t(`sections.${key}`) }));
  return (
    <Page>
      <AdminNav label={t("title")} sections={sections} />
      {children}
    </Page>
  );
}
