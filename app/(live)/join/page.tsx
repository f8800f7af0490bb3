import type { Metadata, Viewport } from "next";
import { getTranslations } from "next-intl/server";
import { JoinPage } from "@/components/join/join-page";
import { LegalLinks } from "@/components/site/legal-links";
import { PageWords } from "@/components/ui/page-words";
import { themeColors } from "@/components/ui/theme-colors";
import { ThemeScope } from "@/components/ui/theme-scope";
import { preloadLiveKit } from "@/lib/first-picture/preload-live-kit";
import { installation } from "@/lib/installation/installation";
import { legalPages } from "@/lib/installation/legal-pages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("join");
  // An invite is a secret, so its page must not be indexed.
  return { title: t("tab"), robots: { index: false } };
}

export const viewport: Viewport = {
  themeColor: themeColors.dark,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
};

export default async function Join() {
  preloadLiveKit();
  const legal = legalPages(await installation());
  return (
    <ThemeScope theme="dark" page className="min-h-dvh">
      <PageWords of={["join", "backstage", "stage", "devices", "chat"]}>
        <JoinPage
          legal={
            legal.length > 0 ? (
              <LegalLinks
                pages={legal}
                className="mt-6 flex flex-wrap gap-x-4 text-sm text-ink-faint"
              />
            ) : null
          }
        />
      </PageWords>
    </ThemeScope>
  );
}
