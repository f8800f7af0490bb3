"use client";

import { useTranslations } from "next-intl";
import { ApiKeyForm } from "@/components/accounts/api-key-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CreateOnceDialog } from "@/components/ui/create-once-dialog";
import { LocalTime } from "@/components/ui/local-time";
import { SectionHeading } from "@/components/ui/page";
import { type ApiKeys, useApiKeys } from "@/lib/client/accounts/use-api-keys";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import type { ApiKey } from "@/lib/contracts/accounts/api-keys";
import type { Scope } from "@/lib/contracts/common/scopes";
import { isolated } from "@/lib/words/isolated";

type ApiKeysSectionProps = { first: ApiKey[]; grantable: Scope[] };

/** The account's API keys: created and shown once, listed with their last use, revoked. */
export function ApiKeysSection({ first, grantable }: ApiKeysSectionProps) {
  const t = useTranslations("accounts.keys");
  const apiKeys = useApiKeys(first);
  return (
    <section aria-labelledby="api-keys" className="mb-10">
      <SectionHeading
        id="api-keys"
        title={t("title")}
        actions={
          <CreateOnceDialog
            t={t}
            label={t("key")}
            made={apiKeys.made}
            forgetMade={apiKeys.forgetMade}
          >
            <ApiKeyForm apiKeys={apiKeys} grantable={grantable} />
          </CreateOnceDialog>
        }
      />
      <p className="mb-4 text-ink-soft">{t("lede")}</p>
      <KeyList apiKeys={apiKeys} />
    </section>
  );
}

function KeyList({ apiKeys: { keys, revoke } }: { apiKeys: ApiKeys }) {
  const t = useTranslations("accounts.keys");
  if (keys.length === 0) return <p>{t("none")}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {keys.map((key) => (
        <KeyRow key={key.id} apiKey={key} revoke={revoke} />
      ))}
    </ul>
  );
}

function KeyRow({ apiKey, revoke }: { apiKey: ApiKey; revoke: ApiKeys["revoke"] }) {
  const t = useTranslations("accounts.keys");
  const { name, lastUsedAt } = apiKey;

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p dir="auto" className="truncate font-medium">
          {name}
        </p>
        <p className="text-sm text-ink-soft">{`…${apiKey.ending} · ${apiKey.scopes.join(", ")}`}</p>
        <p className="text-sm text-ink-soft">
          {lastUsedAt
            ? t.rich("last-used", { time: () => <LocalTime value={lastUsedAt} /> })
            : t("not-used")}
        </p>
      </div>
      <ConfirmDialog
        title={t("revoke-question", { name: isolated(name) })}
        consequence={t("revoke-words")}
        verb={t("revoke")}
        trigger={
          <Button size="sm" variant="quiet" aria-label={t("revoke-of", { name: isolated(name) })}>
            {t("revoke")}
          </Button>
        }
        onConfirm={() =>
          runWithToast(() => revoke(apiKey.id), {
            done: t("revoked", { name: isolated(name) }),
            failed: t("still-works", { name: isolated(name) }),
          })
        }
      />
    </li>
  );
}
