import Link from "next/link";
import { AccountMenu } from "@/components/site/account-menu";
import { Button } from "@/components/ui/button";
import { SiteHeader } from "@/components/ui/site-header";

export type SiteAccount = { name: string; handle: string };

/** The header of every page that is not a live one: the way to the livestreams and to the account. */
export function SiteBar({ account }: { account: SiteAccount | null }) {
  return (
    <SiteHeader>
      {account ? (
        <nav aria-label="Site" className="flex items-center gap-2">
          <Button asChild size="sm" variant="quiet" className="max-sm:hidden">
            <Link href="/studio">My livestreams</Link>
          </Button>
          <AccountMenu account={account} />
        </nav>
      ) : (
        <nav aria-label="Site" className="flex items-center gap-2">
          <Button asChild size="sm" variant="quiet">
            <Link href="/sign-in">Sign in</Link>
          </Button>
          <Button asChild size="sm" className="max-[26rem]:hidden">
            <Link href="/sign-up">Create account</Link>
          </Button>
        </nav>
      )}
    </SiteHeader>
  );
}
