import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountList } from "@/components/admin/account-list";
import { AdminSearch } from "@/components/admin/admin-search";
import { PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { listAccounts } from "@/lib/admin/list-accounts";
import { wishOf } from "@/lib/admin/wish";
import { adminOfPage } from "@/lib/auth/admin-of-page";
import { appContext } from "@/lib/context";
import { accountKinds, listAccounts as contract } from "@/lib/contracts/admin/accounts";

export async function generateMetadata(): Promise<Metadata> {
  await adminOfPage();
  const t = await getTranslations("admin");
  return { title: t("sections.accounts") };
}

export default async function AdminAccountsPage({ searchParams }: PageProps<"/admin/accounts">) {
  const { role } = await adminOfPage();
  const t = await getTranslations("admin");
  const { given, wanted } = wishOf(contract.query, await searchParams, "kind");
  const { accounts, nextCursor } = await listAccounts(appContext(), wanted);
  const options = [
    { value: "", label: t("accounts.all") },
    ...accountKinds.map((value) => ({ value, label: t(`accounts.kinds.${value}`) })),
  ];
  return (
    <>
      <PageHeading title={t("sections.accounts")} lede={t("accounts.lede")} />
      <PageWords of={["admin", "accounts"]}>
        <AdminSearch
          action="/admin/accounts"
          wish={given}
          example={t("accounts.example")}
          filter={{ name: "kind", label: t("accounts.filter"), options }}
        />
        <AccountList
          // Another search is another list.
          key={JSON.stringify(given)}
          first={{ items: accounts, nextCursor }}
          wish={given}
          myRole={role}
        />
      </PageWords>
    </>
  );
}
