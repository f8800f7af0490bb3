import type { ReactNode } from "react";
import { Page } from "@/components/ui/page";
import { SiteHeader } from "@/components/ui/site-header";

/** One narrow column for every step before and after the stage, so that nothing jumps. */
export function JoinColumn({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader />
      <Page width="narrow" className="pt-5! pb-safe-8! sm:pt-8!">
        {children}
      </Page>
    </>
  );
}
