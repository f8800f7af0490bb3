import { getTranslations } from "next-intl/server";
import { AdminNav } from "@/components/admin/admin-nav";
import { adminSections } from "@/components/admin/admin-sections";
import { Page } from "@/components/ui/page";
import { isAdmin } from "@/lib/accounts/account";
import { countOpenReports } from "@/lib/admin/list-reports";
import { actorOfPage } from "@/lib/auth/page-actor";
import { appContext } from "@/lib/context";

export default async function AdminLayout({ children }: LayoutProps<"/admin">) {
  const actor = await actorOfPage();
  // Each page refuses everyone else.
  if (!actor || !isAdmin(actor)) return children;
  const t = await getTranslations("admin");
  const open = await countOpenReports(appContext());
  const sections = adminSections.map(({ href, key }) => ({
    href,
    label: t(`sections.${key}`),
    open: key === "reports" && open > 0 ? t("open", { count: open }) : undefined,
  }));
  return (
    <Page>
      <AdminNav label={t("title")} sections={sections} />
      {children}
    </Page>
  );
}
