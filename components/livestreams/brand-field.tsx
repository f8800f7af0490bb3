"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { useOtherOrganizations } from "@/lib/client/livestreams/use-other-organizations";
import { errorAt, type FormState } from "@/lib/client/server-api/form-state";
import type { Livestream } from "@/lib/contracts/livestreams";

/** Whose brand kit the show uses, for a creator who is in other organizations too. */
export function BrandField({ state, livestream }: { state: FormState; livestream: Livestream }) {
  const t = useTranslations("schedule.form.brand");
  const others = useOtherOrganizations(livestream.orgId);
  if (others.length === 0) return null;
  return (
    <Select
      label={t("label")}
      name="brandOrgId"
      defaultValue={livestream.brandOrgId ?? livestream.orgId}
      options={[
        { value: livestream.orgId, label: t("own") },
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      error={errorAt(state, "brandOrgId")}
    />
  );
}
