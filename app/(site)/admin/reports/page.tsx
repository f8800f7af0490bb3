import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminSearch } from "@/components/admin/admin-search";
import { ReportList } from "@/components/admin/report-list";
import { PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { listReports } from "@/lib/admin/list-reports";
import { wishOf } from "@/lib/admin/wish";
import { adminOfPage } from "@/lib/auth/admin-of-page";
import { appContext } from "@/lib/context";
import { listReports as contract, reportStates } from "@/lib/contracts/admin/reports";

export async function generateMetadata(): Promise<Metadata> {
  await adminOfPage();
  const t = await getTranslations("admin");
  return { title: t("sections.reports") };
}

export default async function AdminReportsPage({ searchParams }: PageProps<"/admin/reports">) {
  const { role } = await adminOfPage();
  const t = await getTranslations("admin");
  const { given, wanted } = wishOf(contract.query, await searchParams, "state");
  const { subjects, nextCursor } = await listReports(appContext(), wanted);
  const options = reportStates.map((value) => ({
    // The contract's default.
    value: value === "open" ? "" : value,
    label: t(`reports.states.${value}`),
  }));
  return (
    <>
      <PageHeading title={t("sections.reports")} lede={t("reports.lede")} />
      <PageWords of={["admin", "chat"]}>
        <AdminSearch
          action="/admin/reports"
          wish={given}
          example={t("reports.example")}
          filter={{ name: "state", label: t("reports.filter"), options }}
        />
        <ReportList
          // Another search is another list.
          key={JSON.stringify(given)}
          first={{ items: subjects, nextCursor }}
          wish={given}
          myRole={role}
        />
      </PageWords>
    </>
  );
}
