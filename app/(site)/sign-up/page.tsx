import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { Notice } from "@/components/ui/notice";
import { Page, PageHeading } from "@/components/ui/page";
import { isFounded } from "@/lib/accounts/is-founded";
import { actorOfPage } from "@/lib/auth/actor";
import { sameSitePath } from "@/lib/client/same-site-path";
import { appContext } from "@/lib/context";

export const metadata: Metadata = { title: "Create account" };

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const { next } = await searchParams;
  const path = sameSitePath(typeof next === "string" ? next : null);
  if (await actorOfPage()) redirect(path);
  const founded = await isFounded(appContext());
  return (
    <Page width="narrow">
      <PageHeading title="Create account" />
      {founded ? null : (
        <Notice announce={false} title="You are the first here" className="mb-6">
          This account becomes the super admin of this Greenroom.
        </Notice>
      )}
      <SignUpForm next={path} />
      <p className="mt-6 text-ink-soft">
        Have an account?{" "}
        <Link
          href={`/sign-in?next=${encodeURIComponent(path)}`}
          className="font-medium text-ink underline underline-offset-4"
        >
          Sign in
        </Link>
      </p>
    </Page>
  );
}
