import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminSearch } from "@/components/admin/admin-search";
import { AllRestrictions } from "@/components/admin/all-restrictions";
import { PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { listAllRestrictions } from "@/lib/admin/list-restrictions";
import { wishOf } from "@/lib/admin/wish";
import { adminOfPage } from "@/lib/auth/admin-of-page";
import { appContext } from "@/lib/context";
import {
  listAllRestrictions as contract,
  restrictionKinds,
} from "@/lib/contracts/admin/restrictions";

export async function generateMetadata(): Promise<Metadata> {
  await adminOfPage();
  const t = await getTranslations("admin");
  return { title: t("sections.bans") };
}

export default async function AdminBansPage({ searchParams }: PageProps<"/admin/bans">) {
  await adminOfPage();
  const t = await getTranslations("admin");
  const { given, wanted } = wishOf(contract.query, await searchParams, "kind");
  const { restrictions, nextCursor } = await listAllRestrictions(appContext(), wanted);
  const options = [
    { value: "", label: t("bans.all") },
    ...restrictionKinds.map((value) => ({ value, label: t(`bans.kinds.${value}`) })),
  ];
  return (
    <>
      <PageHeading title={t("sections.bans")} lede={t("bans.lede")} />
      <PageWords of={["admin"]}>
        <AdminSearch
          action="/admin/bans"
          wish={given}
          example={t("bans.example")}
          filter={{ name: "kind", label: t("bans.filter"), options }}
        />
        <AllRestrictions
          // Another search is another list.
          key={JSON.stringify(given)}
          first={{ items: restrictions, nextCursor }}
          wish={given}
        />
      </PageWords>
    </>
  );
}
