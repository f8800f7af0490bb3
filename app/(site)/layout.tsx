import type { ReactNode } from "react";
import { SiteBar } from "@/components/site/site-bar";
import { SiteFooter } from "@/components/site/site-footer";
import { isAdmin, toProfile } from "@/lib/accounts/account";
import { actorOfPage } from "@/lib/auth/page-actor";
import { installation } from "@/lib/installation/installation";
import { legalPages } from "@/lib/installation/legal-pages";

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const actor = await actorOfPage();
  const settings = await installation();
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteBar
        account={actor && { ...toProfile(actor), isAdmin: isAdmin(actor) }}
        signUpIsOpen={settings.signUp === "open" || settings.signUp === "domains"}
      />
      <div className="flex-1">{children}</div>
      <SiteFooter legal={legalPages(settings)} />
    </div>
  );
}
