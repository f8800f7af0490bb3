import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { Page, PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { actorOfPage } from "@/lib/auth/page-actor";
import { sameSitePath } from "@/lib/client/browser/same-site-path";
import { isMailSet } from "@/lib/mail/send-mail";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("sign-in.title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const t = await getTranslations("accounts");
  const { next } = await searchParams;
  const path = sameSitePath(typeof next === "string" ? next : null);
  if (await actorOfPage()) redirect(path);
  return (
    <Page width="narrow">
      <PageHeading title={t("sign-in.title")} />
      <PageWords of={["accounts"]}>
        <SignInForm next={path} />
      </PageWords>
      <p className="mt-6">
        <Link
          href={isMailSet() ? "/forgot-password" : "/reset-password"}
          className="font-medium underline underline-offset-4"
        >
          {t("sign-in.forgot")}
        </Link>
      </p>
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
    </Page>
  );
}
