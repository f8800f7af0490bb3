import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ApiKeysSection } from "@/components/accounts/api-keys";
import { ChangeEmail } from "@/components/accounts/change-email";
import { ChangePassword } from "@/components/accounts/change-password";
import { EditProfile } from "@/components/accounts/edit-profile";
import { LinkedIdentity } from "@/components/accounts/linked-identity";
import { ResetLinks } from "@/components/accounts/reset-links";
import { Sessions } from "@/components/accounts/sessions";
import { NavigationSuspense } from "@/components/ui/navigation-suspense";
import { Page, PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { SkeletonRows } from "@/components/ui/skeleton-rows";
import { isAdmin, toProfile } from "@/lib/accounts/account";
import { listApiKeys } from "@/lib/api-keys/list-api-keys";
import type { Person } from "@/lib/auth/actor";
import { waysToSignIn } from "@/lib/auth/linked-identity";
import { listSessions } from "@/lib/auth/manage-sessions";
import { actorOfPage } from "@/lib/auth/page-actor";
import { providerErrorOf } from "@/lib/auth/provider-error";
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
      <PageWords of={["accounts", "account-picture", "provider"]}>
        <EditProfile name={name} handle={handle} picture={picture} />
        <ChangeEmail email={email} hasPassword={hasPassword} />
        <ChangePassword email={email} hasPassword={hasPassword} />
        {provider ? <LinkedIdentity {...ways} provider={provider} error={error} /> : null}
        <NavigationSuspense shape={<SkeletonRows />}>
          <OpenSessions actor={actor} />
        </NavigationSuspense>
        <NavigationSuspense shape={<SkeletonRows />}>
          <Keys actor={actor} />
        </NavigationSuspense>
        {isAdmin(actor) ? <ResetLinks /> : null}
      </PageWords>
    </Page>
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
