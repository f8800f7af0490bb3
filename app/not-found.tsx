import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Page, PageHeading } from "@/components/ui/page";
import { SiteHeader } from "@/components/ui/site-header";

export const metadata: Metadata = { title: "Not here" };

export default function NotFound() {
  return (
    <>
      <SiteHeader />
      <Page>
        <PageHeading
          title="This page isn’t here."
          lede="The link may be old or mistyped, or what it led to was removed. If somebody sent it to you, ask them for a new one."
        />
        <Button asChild>
          <Link href="/">See what’s live</Link>
        </Button>
      </Page>
    </>
  );
}
