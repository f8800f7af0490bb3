import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ProviderSignIn } from "@/components/accounts/provider-sign-in";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Page, PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { isFounderCode } from "@/lib/accounts/founder-code";
import { isFounded } from "@/lib/accounts/is-founded";
import { actorOfPage } from "@/lib/auth/page-actor";
import { providerName } from "@/lib/auth/provider";
import { sameSitePath } from "@/lib/client/browser/same-site-path";
import { appContext } from "@/lib/context";
import { isFromThisMachine } from "@/lib/http/from-this-machine";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("sign-up.title") };
}

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const t = await getTranslations("accounts");
  const { next, code } = await searchParams;
  const path = sameSitePath(typeof next === "string" ? next : null);
  if (await actorOfPage()) redirect(path);
  const founded = await isFounded(appContext());
  const knownCode = typeof code === "string" && isFounderCode(code) ? code : undefined;
  const first = knownCode || isFromThisMachine(await headers()) ? "first" : "no-admin";
  // An account that comes from the provider never becomes the super admin.
  const provider = founded || first === "no-admin" ? providerName() : null;
  return (
    <Page width="narrow">
      <PageHeading title={t("sign-up.title")} />
      {founded ? null : (
        <Notice announce={false} title={t(`sign-up.${first}`)} className="mb-6">
          {t(`sign-up.${first}-words`)}
        </Notice>
      )}
      <PageWords of={["accounts", "email-links"]}>
        <SignUpForm next={path} code={founded ? undefined : knownCode} />
      </PageWords>
      {provider ? (
        <PageWords of={["provider"]}>
          <ProviderSignIn name={provider} next={path} />
        </PageWords>
      ) : null}
      <p className="mt-6 text-ink-soft">
        {t.rich("sign-up.have-one", {
          link: (words) => (
            <Link
              href={`/sign-in?next=${encodeURIComponent(path)}`}
              className="font-medium text-ink underline underline-offset-4"
            >
              {words}
            </Link>
          ),
        })}
      </p>
    </Page>
  );
}
