import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { Page, PageHeading } from "@/components/ui/page";
import { actorOfPage } from "@/lib/auth/actor";
import { sameSitePath } from "@/lib/client/same-site-path";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next } = await searchParams;
  const path = sameSitePath(typeof next === "string" ? next : null);
  if (await actorOfPage()) redirect(path);
  return (
    <Page width="narrow">
      <PageHeading title="Sign in" />
      <SignInForm next={path} />
      <p className="mt-6 text-ink-soft">
        New here?{" "}
        <Link
          href={`/sign-up?next=${encodeURIComponent(path)}`}
          className="font-medium text-ink underline underline-offset-4"
        >
          Create an account
        </Link>
      </p>
    </Page>
  );
}
