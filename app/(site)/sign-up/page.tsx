import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
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
import { installation } from "@/lib/installation/installation";

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
  const isOrdinary = founded || first === "no-admin";
  const { signUp, signUpDomains, privacy } = await installation();
  const closed = isOrdinary && (signUp === "closed" || signUp === "links") ? signUp : null;
  const provider = isOrdinary && !closed ? providerName() : null;
  const domains = new Intl.ListFormat(await getLocale(), { type: "disjunction" });
  return (
    <Page width="narrow">
      <PageHeading title={t("sign-up.title")} />
      {founded ? null : (
        <Notice announce={false} title={t(`sign-up.${first}`)} className="mb-6">
          {t(`sign-up.${first}-words`)}
        </Notice>
      )}
      {isOrdinary && signUp === "domains" ? (
        <p className="mb-6 text-ink-soft">
          {t("sign-up.domains", { domains: domains.format(signUpDomains) })}
        </p>
      ) : null}
      <PageWords of={["accounts", "email-links"]}>
        <SignUpForm next={path} code={founded ? undefined : knownCode} closed={closed} />
      </PageWords>
      {provider ? (
        <PageWords of={["provider"]}>
          <ProviderSignIn name={provider} next={path} />
        </PageWords>
      ) : null}
      {privacy === null ? null : (
        <p className="mt-6 text-ink-soft">
          {t.rich("sign-up.privacy", {
            link: (words) => <TextLink href="/privacy">{words}</TextLink>,
          })}
        </p>
      )}
      <p className="mt-6 text-ink-soft">
        {t.rich("sign-up.have-one", {
          link: (words) => (
            <TextLink href={`/sign-in?next=${encodeURIComponent(path)}`}>{words}</TextLink>
          ),
        })}
      </p>
    </Page>
  );
}

const TextLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} className="font-medium text-ink underline underline-offset-4">
    {children}
  </Link>
);
