import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminSearch } from "@/components/admin/admin-search";
import { AllLivestreams } from "@/components/admin/all-livestreams";
import { PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { listAllLivestreams } from "@/lib/admin/list-all-livestreams";
import { wishOf } from "@/lib/admin/wish";
import { adminOfPage } from "@/lib/auth/admin-of-page";
import { appContext } from "@/lib/context";
import { listAllLivestreams as contract, phases } from "@/lib/contracts/admin/livestreams";

export async function generateMetadata(): Promise<Metadata> {
  await adminOfPage();
  const t = await getTranslations("admin");
  return { title: t("sections.livestreams") };
}

export default async function AdminLivestreamsPage({
  searchParams,
}: PageProps<"/admin/livestreams">) {
  await adminOfPage();
  const t = await getTranslations("admin");
  const { given, wanted } = wishOf(contract.query, await searchParams, "phase");
  const { livestreams, nextCursor } = await listAllLivestreams(appContext(), wanted);
  const options = [
    { value: "", label: t("livestreams.all") },
    ...phases.map((value) => ({ value, label: t(`livestreams.phases.${value}`) })),
  ];
  return (
    <>
      <PageHeading title={t("sections.livestreams")} lede={t("livestreams.lede")} />
      <PageWords of={["admin"]}>
        <AdminSearch
          action="/admin/livestreams"
          wish={given}
          example={t("livestreams.example")}
          filter={{ name: "phase", label: t("livestreams.filter"), options }}
        />
        <AllLivestreams
          // Another search is another list.
          key={JSON.stringify(given)}
          first={{ items: livestreams, nextCursor }}
          wish={given}
        />
      </PageWords>
    </>
  );
}
