import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProgrammePage } from "@/components/programme/programme-page";
import { PageWords } from "@/components/ui/page-words";
import { ThemeScope } from "@/components/ui/theme-scope";
import { preloadLiveKit } from "@/lib/first-picture/preload-live-kit";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programme.page");
  return { title: t("tab"), robots: { index: false } };
}

/** The same for every livestream: only the browser knows the key. */
export default async function Page({ params }: PageProps<"/programme/[mint]">) {
  const { mint } = await params;
  preloadLiveKit();
  return (
    <ThemeScope theme="dark" page>
      <PageWords of={["programme", "stage"]}>
        <ProgrammePage mint={mint} />
      </PageWords>
    </ThemeScope>
  );
}
