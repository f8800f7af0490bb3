"use client";

import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { chooseLanguage } from "@/lib/client/browser/choose-language";
import { type Locale, languages } from "@/lib/words/locales";

/** Every language under its own name: who cannot read the page finds theirs all the same. */
export function LanguageChoice() {
  const t = useTranslations("site");
  const locale = useLocale();
  return (
    <Select
      label={t("language")}
      hideLabel
      value={locale}
      onValueChange={(chosen) => chooseLanguage(chosen as Locale)}
      options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
    />
  );
}
