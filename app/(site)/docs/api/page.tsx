import type { Metadata } from "next";
import Link from "next/link";
import { ApiReference } from "@/components/docs/api-reference";
import { Page, PageHeading } from "@/components/ui/page";

export const metadata: Metadata = { title: "API" };

export default function ApiDocsPage() {
  return (
    <Page width="wide">
      <PageHeading
        title="API"
        lede={
          <>
            Every endpoint with its example and its refusals, from the document at{" "}
            <a href="/openapi.json">/openapi.json</a>. “Execute” calls this server as you: with your
            session when you are signed in here, or with a token or an{" "}
            <Link href="/account">API key</Link> that you give under “Authorize”.
          </>
        }
      />
      <ApiReference />
    </Page>
  );
}
