import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ApiKeysSection } from "@/components/accounts/api-keys";
import { ChangeEmail } from "@/components/accounts/change-email";
import { ChangePassword } from "@/components/accounts/change-password";
import { EditProfile } from "@/components/accounts/edit-profile";
import { LinkedIdentity } from "@/components/accounts/linked-identity";
import { Sessions } from "@/components/accounts/sessions";
import { YourData } from "@/components/accounts/your-data";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { NavigationSuspense } from "@/components/ui/navigation-suspense";
import { Page, PageHeading, SectionHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { SkeletonRows } from "@/components/ui/skeleton-rows";
import { isAdmin, toProfile } from "@/lib/accounts/account";
import { listApiKeys } from "@/lib/api-keys/list-api-keys";
import type { Person } from "@/lib/auth/actor";
import { waysToSignIn } from "@/lib/auth/linked-identity";
import { listSessions } from "@/lib/auth/manage-sessions";
import { actorOfPage } from "@/lib/auth/page-actor";
import { providerErrorOf } from "@/lib/auth/provider-error";
import { brandPath } from "@/lib/client/organizations/organization-paths";
import { appContext } from "@/lib/context";
import { type Scope, scopes } from "@/lib/contracts/common/scopes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("account.title") };
}

export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  const actor = await actorOfPage();
  if (!actor) redirect("/sign-in?next=/account");
  const t = await getTranslations("accounts.account");
  const { name, handle, email, picture } = toProfile(actor);
  const { provider, ...ways } = await waysToSignIn(appContext(), actor);
  const { hasPassword } = ways;
  const error = providerErrorOf((await searchParams).error);
  return (
    <Page>
      <PageHeading title={t("title")} />
      <PageWords of={["accounts", "account-picture", "provider", "email-links", "own-data"]}>
        <EditProfile name={name} handle={handle} picture={picture} />
        <BrandKit orgId={handle} />
        <ChangeEmail email={email} hasPassword={hasPassword} />
        <ChangePassword email={email} hasPassword={hasPassword} />
        {provider ? <LinkedIdentity {...ways} provider={provider} error={error} /> : null}
        <NavigationSuspense shape={<SkeletonRows />}>
          <OpenSessions actor={actor} />
        </NavigationSuspense>
        <NavigationSuspense shape={<SkeletonRows />}>
          <Keys actor={actor} />
        </NavigationSuspense>
        <YourData handle={handle} />
      </PageWords>
    </Page>
  );
}

async function BrandKit({ orgId }: { orgId: string }) {
  const t = await getTranslations("brand");
  return (
    <section aria-labelledby="brand" className="mb-10">
      <SectionHeading id="brand" title={t("title")} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="min-w-0 flex-1 basis-72 text-ink-soft">{t("account")}</p>
        <Button asChild>
          <Link href={brandPath(orgId)}>{t("edit")}</Link>
        </Button>
      </div>
    </section>
  );
}

async function OpenSessions({ actor }: { actor: Person }) {
  const { sessions } = await listSessions(appContext(), actor);
  return <Sessions first={sessions} />;
}

async function Keys({ actor }: { actor: Person }) {
  const { apiKeys } = await listApiKeys(appContext(), actor);
  const grantable = (Object.keys(scopes) as Scope[]).filter(
    (scope) => scope !== "operator" || isAdmin(actor),
  );
  return <ApiKeysSection first={apiKeys} grantable={grantable} />;
}
