import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ProviderNotice } from "@/components/accounts/provider-notice";
import { ProviderSignIn } from "@/components/accounts/provider-sign-in";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { Link } from "@/components/ui/link";
import { Page, PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { pathOfCallbackUrl } from "@/lib/auth/callback-url";
import { actorOfPage } from "@/lib/auth/page-actor";
import { providerName } from "@/lib/auth/provider";
import { providerErrorOf } from "@/lib/auth/provider-error";
import { sameSitePath } from "@/lib/client/browser/same-site-path";
import { installation } from "@/lib/installation/installation";
import { isMailSet } from "@/lib/mail/send-mail";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("sign-in.title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const t = await getTranslations("accounts");
  const { next, callbackUrl, error: given } = await searchParams;
  // next-auth leads back here with a parameter of its own.
  const path = sameSitePath(typeof next === "string" ? next : pathOfCallbackUrl(callbackUrl));
  const provider = providerName();
  const error = provider && providerErrorOf(given);
  if (await actorOfPage()) {
    // Someone signed in comes back from linking their account.
    redirect(error ? `/account?error=${error}#linked-identity` : path);
  }
  const { signUp } = await installation();
  return (
    <Page width="narrow">
      <PageHeading title={t("sign-in.title")} />
      {error ? <ProviderNotice name={provider} error={error} /> : null}
      <PageWords of={["accounts"]}>
        <SignInForm next={path} />
      </PageWords>
      {provider ? (
        <PageWords of={["provider"]}>
          <ProviderSignIn name={provider} next={path} />
        </PageWords>
      ) : null}
      <p className="mt-6">
        <Link
          href={isMailSet() ? "/forgot-password" : "/reset-password"}
          className="font-medium underline underline-offset-4"
        >
          {t("sign-in.forgot")}
        </Link>
      </p>
      {signUp === "open" || signUp === "domains" ? (
        <p className="mt-2 text-ink-soft">
          {t.rich("sign-in.new-here", {
            link: (words) => (
              <Link
                href={`/sign-up?next=${encodeURIComponent(path)}`}
                className="font-medium text-ink underline underline-offset-4"
              >
                {words}
              </Link>
            ),
          })}
        </p>
      ) : null}
    </Page>
  );
}
