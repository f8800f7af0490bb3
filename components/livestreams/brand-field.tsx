"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { useOtherOrganizations } from "@/lib/client/livestreams/use-other-organizations";
import { errorAt, type FormState } from "@/lib/client/server-api/form-state";

type BrandFieldProps = {
  state: FormState;
  /** The creator's own organization, whose kit is the default. */
  ownOrgId: string;
  chosen: string | null;
};

/** Whose brand kit the show uses, for a creator who is in other organizations too. */
export function BrandField({ state, ownOrgId, chosen }: BrandFieldProps) {
  const t = useTranslations("schedule.form.brand");
  const others = useOtherOrganizations(ownOrgId);
  if (others.length === 0) return null;
  return (
    <Select
      label={t("label")}
      name="brandOrgId"
      defaultValue={chosen ?? ownOrgId}
      options={[
        { value: ownOrgId, label: t("own") },
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      error={errorAt(state, "brandOrgId")}
    />
  );
}
