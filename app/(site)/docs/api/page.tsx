import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ApiReference } from "@/components/docs/api-reference";
import { Link } from "@/components/ui/link";
import { Page, PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("api-reference");
  return { title: t("title") };
}

export default function ApiDocsPage() {
  const t = useTranslations("api-reference");
  return (
    <Page width="wide">
      <PageHeading
        title={t("title")}
        lede={t.rich("lede", {
          document: (words) => <a href="/openapi.json">{words}</a>,
          key: (words) => <Link href="/account">{words}</Link>,
        })}
      />
      <PageWords of={["api-reference"]}>
        <ApiReference />
      </PageWords>
    </Page>
  );
}
