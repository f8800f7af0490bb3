import type { ReactNode } from "react";
import { SiteBar } from "@/components/site/site-bar";
import { SiteFooter } from "@/components/site/site-footer";
import { isAdmin, toProfile } from "@/lib/accounts/account";
import { actorOfPage } from "@/lib/auth/page-actor";
import { installation } from "@/lib/installation/installation";

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const actor = await actorOfPage();
  const settings = await installation();
  const legal = (["imprint", "privacy"] as const).filter((page) => settings[page] !== null);
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteBar
        account={actor && { ...toProfile(actor), isAdmin: isAdmin(actor) }}
        signUpIsOpen={settings.signUp === "open" || settings.signUp === "domains"}
      />
      <div className="flex-1">{children}</div>
      <SiteFooter legal={legal} />
    </div>
  );
}
