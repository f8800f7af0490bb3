import { useTranslations } from "next-intl";
import { AccountMenu, type SiteAccount } from "@/components/site/account-menu";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { SiteHeader } from "@/components/ui/site-header";

type SiteBarProps = {
  account: SiteAccount | null;
  /** Whether an account takes no link from an admin. */
  signUpIsOpen: boolean;
};

/** The header of all pages except live ones, with links to the livestreams and the account. */
export function SiteBar({ account, signUpIsOpen }: SiteBarProps) {
  const t = useTranslations("site");
  return (
    <SiteHeader>
      {account ? (
        <nav aria-label={t("navigation")} className="flex items-center gap-2">
          <Button asChild size="sm" variant="quiet" className="max-sm:hidden">
            <Link href="/studio">{t("my-livestreams")}</Link>
          </Button>
          <AccountMenu account={account} />
        </nav>
      ) : (
        <nav aria-label={t("navigation")} className="flex items-center gap-2">
          <Button asChild size="sm" variant="quiet">
            <Link href="/sign-in">{t("sign-in")}</Link>
          </Button>
          {signUpIsOpen ? (
            <Button asChild size="sm" className="max-[26rem]:hidden">
              <Link href="/sign-up">{t("sign-up")}</Link>
            </Button>
          ) : null}
        </nav>
      )}
    </SiteHeader>
  );
}
