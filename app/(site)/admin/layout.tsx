import { getTranslations } from "next-intl/server";
import { AdminNav } from "@/components/admin/admin-nav";
import { adminSections } from "@/components/admin/admin-sections";
import { Page } from "@/components/ui/page";
import { isAdmin } from "@/lib/accounts/account";
import { actorOfPage } from "@/lib/auth/page-actor";

export default async function AdminLayout({ children }: LayoutProps<"/admin">) {
  const actor = await actorOfPage();
  // Each page refuses everyone else.
  if (!actor || !isAdmin(actor)) return children;
  const t = await getTranslations("admin");
  const sections = adminSections.map(({ href, key }) => ({ href, label: t(`sections.${key}`) }));
  return (
    <Page>
      <AdminNav label={t("title")} sections={sections} />
      {children}
    </Page>
  );
}
