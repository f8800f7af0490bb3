import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Page, PageHeading } from "@/components/ui/page";
import { SignInLink } from "@/components/ui/sign-in-link";
import { SiteHeader } from "@/components/ui/site-header";
import { ThemeScope } from "@/components/ui/theme-scope";
import type { Closed } from "@/lib/client/watch/watch-state";

type WatchClosedProps = {
  because: Closed | "missing" | "missing-signed-in" | "busy";
  /** Offers to sign in, which may help. */
  signIn?: boolean;
  onRetry?: () => void;
};

/** Replaces the watch page for viewers who may not watch, even though the show may go on. */
export function WatchClosed({ because, signIn, onRetry }: WatchClosedProps) {
  const t = useTranslations("watch");
  return (
    <ThemeScope theme="dark" page>
      <SiteHeader />
      <Page width="narrow">
        <div role="alert">
          <PageHeading title={t(`closed.${because}.title`)} lede={t(`closed.${because}.lede`)} />
        </div>
        <div className="flex flex-wrap gap-2">
          {signIn ? (
            <Button asChild variant="primary">
              <SignInLink>{t("closed.sign-in")}</SignInLink>
            </Button>
          ) : null}
          <Button asChild>
            <Link href="/">{t("see-live")}</Link>
          </Button>
          {because === "removed" && onRetry ? (
            <Button variant="quiet" onClick={onRetry}>
              {t("closed.again")}
            </Button>
          ) : null}
        </div>
      </Page>
    </ThemeScope>
  );
}
