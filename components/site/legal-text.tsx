import { LinkedText } from "@/components/ui/linked-text";
import { Page, PageHeading } from "@/components/ui/page";

/** An admin's plain text: empty lines separate paragraphs, web addresses become links. */
export function LegalText({ title, text }: { title: string; text: string }) {
  return (
    <Page>
      <PageHeading title={title} />
      <p dir="auto" className="max-w-prose text-start wrap-anywhere whitespace-pre-line">
        <LinkedText text={text} />
      </p>
    </Page>
  );
}
