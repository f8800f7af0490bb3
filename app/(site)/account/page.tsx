import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ApiKeysSection } from "@/components/accounts/api-keys";
import { Page, PageHeading } from "@/components/ui/page";
import { isAdmin } from "@/lib/accounts/account";
import { listApiKeys } from "@/lib/api-keys/list-api-keys";
import { actorOfPage } from "@/lib/auth/actor";
import { appContext } from "@/lib/context";
import { type Scope, scopes } from "@/lib/contracts/scopes";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const actor = await actorOfPage();
  if (!actor) redirect("/sign-in?next=/account");
  const { apiKeys } = await listApiKeys(appContext(), actor);
  const grantable = (Object.keys(scopes) as Scope[]).filter(
    (scope) => scope !== "operator" || isAdmin(actor),
  );
  return (
    <Page>
      <PageHeading title="Account" lede={`${actor.name}, @${actor.handle}, ${actor.email}`} />
      <ApiKeysSection first={apiKeys} grantable={grantable} />
    </Page>
  );
}
