"use client";

import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { chooseLanguage } from "@/lib/client/browser/choose-language";
import { type Locale, languages } from "@/lib/words/locales";

/**
 * Lists every language under its own name, so that people can find theirs whatever the page's
 * language.
 */
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
