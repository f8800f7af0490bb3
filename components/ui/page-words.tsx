import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { MoreWords } from "@/components/ui/words-provider";
import { catalogues, type Namespace } from "@/lib/words/catalogues";

type PageWordsProps = { of: readonly Namespace[]; children: ReactNode };

/** Sends these namespaces to the browser, for the views inside. */
export function PageWords({ of, children }: PageWordsProps) {
  const locale = useLocale();
  const words = Object.fromEntries(of.map((name) => [name, catalogues[locale][name]]));
  return (
    <MoreWords locale={locale} words={words}>
      {children}
    </MoreWords>
  );
}
