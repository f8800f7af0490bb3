import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { type ProviderError, providerErrors } from "@/lib/contracts/common/provider";
import type { ProblemCode } from "@/lib/problem";

type ProviderNoticeProps = { name: string; error: ProviderError | ProblemCode };

/** Why a sign-in with the provider did not work, on the page that it led back to. */
export function ProviderNotice({ name, error }: ProviderNoticeProps) {
  const t = useTranslations("provider.errors");
  const codes = useTranslations("problems.codes");
  const own = providerErrors.find((known) => known === error);
  return (
    <Notice tone="problem" announce={false} className="mb-6">
      {own ? t(own, { name }) : codes(error as ProblemCode)}
    </Notice>
  );
}
