import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminSearch } from "@/components/admin/admin-search";
import { AuditLog } from "@/components/admin/audit-log";
import { PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { readAuditLog } from "@/lib/admin/read-audit-log";
import { wishOf } from "@/lib/admin/wish";
import { adminOfPage } from "@/lib/auth/admin-of-page";
import { appContext } from "@/lib/context";
import { readAuditLog as contract } from "@/lib/contracts/admin/audit-log";
import { decisionEvents } from "@/lib/contracts/common/decisions";

export async function generateMetadata(): Promise<Metadata> {
  await adminOfPage();
  const t = await getTranslations("admin");
  return { title: t("sections.audit-log") };
}

export default async function AdminAuditLogPage({ searchParams }: PageProps<"/admin/audit-log">) {
  await adminOfPage();
  const t = await getTranslations("admin");
  const { given, wanted } = wishOf(contract.query, await searchParams, "event");
  const { entries, nextCursor } = await readAuditLog(appContext(), wanted);
  const options = [
    { value: "", label: t("log.all") },
    ...decisionEvents.map((value) => ({ value, label: t(`log.kinds.${value}`) })),
  ];
  return (
    <>
      <PageHeading title={t("sections.audit-log")} lede={t("log.lede")} />
      <PageWords of={["admin", "studio"]}>
        <AdminSearch
          action="/admin/audit-log"
          wish={given}
          example={t("log.example")}
          filter={{ name: "event", label: t("log.filter"), options }}
        />
        <AuditLog
          // Another search is another list.
          key={JSON.stringify(given)}
          first={{ items: entries, nextCursor }}
          wish={given}
        />
      </PageWords>
    </>
  );
}
