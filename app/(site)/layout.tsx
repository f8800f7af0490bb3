import type { ReactNode } from "react";
import { SiteBar } from "@/components/site/site-bar";
import { SiteFooter } from "@/components/site/site-footer";
import { toProfile } from "@/lib/accounts/account";
import { actorOfPage } from "@/lib/auth/page-actor";

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const actor = await actorOfPage();
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteBar account={actor && toProfile(actor)} />
      <div className="flex-1">{children}</div>
      <SiteFooter />
    </div>
  );
}
